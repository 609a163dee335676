// The board and its table narrowed by tags, with and without JavaScript.
import { STAGES, clients, expectTally } from "../board.mjs";
import { checkA11y, checkTargets, expect, open, reload, shot, signedIn as test } from "../fixtures.mjs";

const { qualification } = STAGES;

test.beforeEach(async ({ firm }) => {
    const laid = await firm.lay([
        { account: "Talleres Ronda", amount: "1.000" },
        { account: "Clínica Albors", amount: "2.000" },
        { account: "Hermanos Peña", amount: "4.000" },
    ]);
    const { moved } = await firm.edit(laid[0], { tag: "Licitación" });
    await firm.edit(moved.card, { tag: "vip" });
    await firm.edit(laid[2], { tag: "vip" });
});

test("a card must have every tag that is ticked", async ({ page }) => {
    test.slow();
    await open(page, "/board");
    for (const [tag, names, tally] of [
        ["vip", ["Talleres Ronda", "Hermanos Peña"], { count: 2, sum: "5.000,00 €", weighted: "1.000,00 €" }],
        ["Licitación", ["Talleres Ronda"], { count: 1, sum: "1.000,00 €", weighted: "200,00 €" }],
    ]) {
        await page.getByRole("button", { name: "Filtros" }).click();
        const panel = page.getByRole("dialog", { name: "Filtros" });
        await panel.getByRole("group", { name: "Etiquetas" }).getByRole("checkbox", { name: tag }).check();
        await checkA11y(page);
        await checkTargets(page);
        await shot(page, "tags-boxes");
        await panel.getByRole("button", { name: "Ver" }).click();
        await expect(clients(page, qualification)).toHaveText(names);
        await expectTally(page, qualification, tally);
    }
    await reload(page);
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda"]);
    const chips = page.getByRole("list", { name: "Filtros puestos" });
    await chips.getByRole("link", { name: "Licitación" }).click();
    await expect(page).toHaveURL("/board?tag=vip");
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda", "Hermanos Peña"]);
});

test("the table has a column of them for whoever wants it", async ({ page }) => {
    await open(page, "/opportunities?columns=account%2Ctags&tag=VIP");
    const rows = page.locator("tbody tr");
    await expect(rows).toHaveCount(2);
    await expect(rows.first()).toContainText("Licitación");
    await checkA11y(page);
    await checkTargets(page);
    await rows.first().getByRole("link", { name: "Licitación" }).click();
    await expect(page).toHaveURL(/tag=Licitaci%C3%B3n%2CVIP/);
    await expect(rows).toHaveCount(1);
});
