// What narrows the board is in its address: with and without JavaScript, and the totals follow.
import { STAGES, clients, expectTally } from "../board.mjs";
import { checkA11y, checkReflow, checkTargets, expect, open, reload, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, proposal } = STAGES;

test.beforeEach(async ({ firm }) => {
    await firm.lay([
        { account: "Hermanos Peña", title: "Plan de igualdad", amount: "1.000", closeOn: "2020-01-01" },
        { account: "Clínica Albors", title: "Auditoría", amount: "5.000" },
        { account: "Talleres Ronda", title: "Asesoría fiscal", amount: "3.000", stage: "proposal" },
    ]);
});

test("a search narrows the board and its totals, and can be taken off", async ({ page }) => {
    await open(page, "/board");
    await page.getByRole("searchbox").fill("pena igual");
    await page.getByRole("searchbox").press("Enter");
    await expect(page).toHaveURL(/q=pena(\+|%20)igual/);
    await expect(clients(page, qualification)).toHaveText(["Hermanos Peña"]);
    await expectTally(page, qualification, { count: 1, sum: "1.000,00 €", weighted: "200,00 €" });
    await expectTally(page, proposal, { count: 0, sum: "0,00 €", weighted: "0,00 €" });
    await shot(page, "filtered");
    await checkA11y(page);
    await checkReflow(page);
    await checkTargets(page);
    await page.getByRole("link", { name: /«pena igual»/ }).click();
    await expect(clients(page, qualification)).toHaveText(["Hermanos Peña", "Clínica Albors"]);
});

test("the panel narrows by who, when and how much, and orders", async ({ page }) => {
    await open(page, "/board");
    await page.getByRole("button", { name: "Filtros" }).click();
    const panel = page.getByRole("dialog", { name: "Filtros" });
    await expect(panel).toBeVisible();
    await shot(page, "filters");
    await checkA11y(page);
    await checkTargets(page);
    await panel.getByLabel("Importe desde").fill("2.000");
    await panel.getByLabel("Orden").selectOption("amount");
    await panel.getByRole("button", { name: "Ver" }).click();
    await expect(panel).toBeHidden();
    await expect(clients(page, qualification)).toHaveText(["Clínica Albors"]);
    await expect(clients(page, proposal)).toHaveText(["Talleres Ronda"]);
    await reload(page);
    await expect(clients(page, qualification)).toHaveText(["Clínica Albors"]);
    await open(page, "/board?order=amount");
    await expect(clients(page, qualification)).toHaveText(["Clínica Albors", "Hermanos Peña"]);
});

test("views are links, and what nothing matches is said", async ({ page }) => {
    await open(page, "/board");
    const views = page.getByRole("navigation", { name: "Vistas" });
    await views.getByRole("link", { name: "Sin próximo paso" }).click();
    await expect(page).toHaveURL("/board?next=nothing");
    await expect(clients(page, qualification)).toHaveText(["Hermanos Peña", "Clínica Albors"]);
    await expect(views.getByRole("link", { name: "Sin próximo paso" })).toHaveAttribute("aria-current", "true");
    await views.getByRole("link", { name: "Mías" }).click();
    await expect(clients(page, qualification)).toHaveText(["Hermanos Peña", "Clínica Albors"]);
    await open(page, "/board?q=nadie&owner=nonsense");
    await expect(page.getByText("Nada cumple los filtros puestos.")).toBeVisible();
});
