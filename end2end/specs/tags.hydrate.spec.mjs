// Tags: put on and taken off in the panel, on several at once, and the board narrowed by them.
import { STAGES, answered, choose, clients, expectTally, ticket, toast } from "../board.mjs";
import { checkA11y, checkReflow, checkTargets, expect, open, shot, signedIn as test } from "../fixtures.mjs";

const { qualification } = STAGES;
const panel = (page, account) => page.getByRole("complementary", { name: account });
const tags = (page, account) => panel(page, account).getByRole("region", { name: "Etiquetas" });
const of = (page, account) => ticket(page, account).locator(".label__name:visible");
const bar = (page) => page.getByRole("region", { name: "Seleccionadas" });
const together = (page) => page.waitForResponse((answer) => answer.url().endsWith("/change_together"));

async function put(page, firm, account, ...names) {
    for (const tag of names) {
        const card = (await firm.board()).cards.find((it) => it.account_name === account);
        await firm.edit(card, { tag });
    }
}

test.beforeEach(async ({ firm }) => {
    await firm.lay([
        { account: "Talleres Ronda", title: "Plan de igualdad", amount: "1.000" },
        { account: "Clínica Albors", title: "Auditoría", amount: "2.000" },
        { account: "Hermanos Peña", title: "Asesoría fiscal", amount: "4.000" },
    ]);
});

test("put on where it is shown, taken off with its cross, and taken back", async ({ page, firm }) => {
    test.slow();
    await put(page, firm, "Clínica Albors", "Licitación");
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ver y editar");
    const shown = tags(page, "Talleres Ronda");
    const field = shown.getByRole("combobox", { name: "Añadir etiqueta" });
    await expect(page.locator("datalist#tags-in-use option")).toHaveCount(1);
    let answer = answered(page);
    await field.fill("  LICITACION ");
    await field.press("Enter");
    await answer;
    // As it is spelt where it is in use.
    await expect(shown.getByRole("listitem")).toHaveText(["Licitación"]);
    await expect(field).toHaveValue("");
    await expect(of(page, "Talleres Ronda")).toHaveText(["Licitación"]);
    await expect(panel(page, "Talleres Ronda")).toContainText("Plan de igualdad: con la etiqueta «Licitación»");
    await checkA11y(page);
    await checkReflow(page);
    await checkTargets(page);
    await shot(page, "tags-panel");
    answer = answered(page);
    await shown.getByRole("button", { name: "Quitar etiqueta «Licitación»" }).click();
    await answer;
    await expect(shown.getByRole("listitem")).toHaveCount(0);
    await expect(field).toBeFocused();
    answer = answered(page);
    await toast(page).getByRole("button", { name: "Deshacer" }).click();
    await answer;
    await expect(shown.getByRole("listitem")).toHaveText(["Licitación"]);
});

test("several with commas; what is none stays as it was typed, with the reason", async ({ page, firm }) => {
    // A look at the whole page with axe.
    test.slow();
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ver y editar");
    const field = tags(page, "Talleres Ronda").getByRole("combobox", { name: "Añadir etiqueta" });
    await field.fill("vip, Ágora");
    await field.press("Enter");
    await expect(tags(page, "Talleres Ronda").getByRole("listitem")).toHaveText(["Ágora", "vip"]);
    await expect.poll(async () => (await firm.board()).tags).toEqual(["Ágora", "vip"]);
    await field.fill("x".repeat(31));
    await field.press("Enter");
    await expect(field).toHaveAccessibleDescription(/30 caracteres/);
    await expect(field).toHaveValue("x".repeat(31));
    await checkA11y(page);
});

test("a tap on a tag narrows the board, another one takes it off, and the totals follow", async ({ page, firm }) => {
    test.slow();
    await put(page, firm, "Talleres Ronda", "vip", "urgente", "Ágora");
    await put(page, firm, "Hermanos Peña", "vip");
    await open(page, "/board");
    const heights = await page.locator(".ticket").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().height));
    expect(new Set(heights).size, "tickets of one height").toBe(1);
    await expect(ticket(page, "Talleres Ronda").locator(".label__more:visible")).toContainText(/y también: (urgente, )?vip/);
    await checkA11y(page);
    await checkReflow(page);
    await checkTargets(page);
    await shot(page, "tags-board");
    await ticket(page, "Hermanos Peña").getByRole("link", { name: "vip" }).click();
    await expect(page).toHaveURL("/board?tag=vip");
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda", "Hermanos Peña"]);
    await expectTally(page, qualification, { count: 2, sum: "5.000,00 €", weighted: "1.000,00 €" });
    await ticket(page, "Talleres Ronda").getByRole("link", { name: "Ágora" }).click();
    await expect(page).toHaveURL("/board?tag=%C3%81gora%2Cvip");
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda"]);
    await checkA11y(page);
    await shot(page, "tags-filtered");
    const chips = page.getByRole("list", { name: "Filtros puestos" });
    await chips.getByRole("link", { name: "Ágora" }).click();
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda", "Hermanos Peña"]);
    await expect(ticket(page, "Hermanos Peña").getByRole("link", { name: "vip" })).toHaveAttribute("aria-current", "true");
    await ticket(page, "Hermanos Peña").getByRole("link", { name: "vip" }).click();
    await expect(page).toHaveURL("/board");
});

test("on several at once, in one gesture that is taken back as one", async ({ page, firm }) => {
    test.slow();
    await put(page, firm, "Clínica Albors", "vip");
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Seleccionar");
    // On the phone the bar of the selection lies over the lower half of the ticket.
    await ticket(page, "Clínica Albors").click({ position: { x: 60, y: 16 } });
    await expect(bar(page)).toContainText("2 oportunidades");
    let answer = together(page);
    await bar(page).getByRole("combobox", { name: "Añadir etiqueta" }).fill("licitación");
    await bar(page).getByRole("combobox", { name: "Añadir etiqueta" }).press("Enter");
    await answer;
    await expect(toast(page)).toContainText("2 oportunidades");
    expect((await firm.board()).tags).toEqual(["licitación", "vip"]);
    answer = together(page);
    await toast(page).getByRole("button", { name: "Deshacer" }).click();
    await answer;
    await expect(of(page, "Talleres Ronda")).toHaveCount(0);
    await checkA11y(page);
    await shot(page, "tags-together");
    answer = together(page);
    await bar(page).getByLabel("Quitar etiqueta").selectOption("vip");
    await answer;
    await expect(of(page, "Clínica Albors")).toHaveCount(0);
    expect((await firm.board()).tags ?? []).toEqual([]);
    await checkTargets(page);
});
