// One opportunity beside the board: seen and changed without leaving it.
import { STAGES, answered, choose, clients, expectTally, menuButton, ticket, toast } from "../board.mjs";
import { checkA11y, checkTargets, expect, open, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, proposal } = STAGES;
const panel = (page, account) => page.getByRole("complementary", { name: account });

test.beforeEach(async ({ firm }) => {
    await firm.lay([
        { account: "Talleres Ronda", title: "Plan de igualdad", amount: "1.000" },
        { account: "Clínica Albors", title: "Auditoría", amount: "2.000", stage: "proposal" },
    ]);
});

test("a field is changed where it is shown; the board, its sums and the history follow, and it can be taken back", async ({ page }) => {
    // A look at the whole page with axe.
    test.slow();
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ver y editar");
    const shown = panel(page, "Talleres Ronda");
    await expect(shown).toContainText("Calificación y análisis");
    await checkA11y(page);
    await checkTargets(page);
    await shot(page, "panel");
    const answer = answered(page);
    await shown.getByLabel("Importe").fill("2.345,5");
    await shown.getByLabel("Importe").press("Enter");
    await answer;
    await expectTally(page, qualification, { count: 1, sum: "2.345,50 €", weighted: "469,10 €" });
    await expect(shown.getByLabel("Importe")).toHaveValue("2.345,50");
    await expect(shown.getByRole("listitem").first()).toContainText("Plan de igualdad: importe, de 1.000,00 € a 2.345,50 €.");
    await expect(toast(page)).toContainText("Talleres Ronda importe: 2.345,50 €");
    const undone = answered(page);
    await toast(page).getByRole("button", { name: "Deshacer" }).click();
    await undone;
    await expect(shown.getByLabel("Importe")).toHaveValue("1.000,00");
    await page.keyboard.press("Escape");
    await expect(shown).toHaveCount(0);
    await expect(page).toHaveURL("/board");
});

test("what is being typed in a field is kept by the browser's Back too", async ({ page }) => {
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ver y editar");
    const shown = panel(page, "Talleres Ronda");
    await shown.getByLabel("Importe").fill("2.345,5");
    const answer = answered(page);
    await page.goBack();
    await answer;
    await expect(shown).toHaveCount(0);
    await expectTally(page, qualification, { count: 1, sum: "2.345,50 €", weighted: "469,10 €" });
});

test("what is chosen with the keyboard is kept by Escape too, and every field has its name", async ({ page }) => {
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ver y editar");
    const shown = panel(page, "Talleres Ronda");
    await expect(shown.getByLabel("Qué le interesa")).toHaveValue("Plan de igualdad");
    const source = shown.getByLabel("Origen");
    await source.focus();
    await page.keyboard.press("F");
    await expect(source).not.toHaveValue("");
    const answer = answered(page);
    await page.keyboard.press("Escape");
    await answer;
    await expect(shown).toHaveCount(0);
    await expect(toast(page)).toContainText("Talleres Ronda origen: Feria o evento");
});

test("what cannot be read says so and stays; what the stage needs cannot be taken away", async ({ page }) => {
    // A look at the whole page with axe.
    test.slow();
    await open(page, "/board");
    await choose(page, "Clínica Albors", "Ver y editar");
    const shown = panel(page, "Clínica Albors");
    await shown.getByLabel("Probabilidad").fill("150");
    await shown.getByLabel("Probabilidad").press("Tab");
    await expect(shown.getByLabel("Probabilidad")).toHaveAccessibleDescription("La probabilidad va de 0 a 100: escribe un número entero.");
    await expect(shown.getByLabel("Probabilidad")).toHaveValue("150");
    await checkA11y(page);
    const answer = answered(page);
    await shown.getByLabel("Importe").fill("");
    await shown.getByLabel("Importe").press("Tab");
    await answer;
    await expect(toast(page)).toContainText("Clínica Albors: Falta el importe");
    await expect(shown.getByLabel("Importe")).toHaveValue("2.000,00");
    await expectTally(page, proposal, { count: 1, sum: "2.000,00 €", weighted: "1.000,00 €" });
});

test("an address opens it, another's change appears in it, and it keeps the look of the board", async ({ page, firm }) => {
    const card = (await firm.board()).cards.find((it) => it.account_name === "Talleres Ronda");
    await open(page, `/board?q=ronda&card=${card.id}`);
    const shown = panel(page, "Talleres Ronda");
    await expect(shown).toBeVisible();
    await expect(clients(page, proposal)).toHaveCount(0);
    await firm.move(card, (await firm.board()).stage.proposal);
    await expect(shown).toContainText("Propuesta");
    await expect(shown.getByRole("listitem").first()).toContainText("pasó de Calificación y análisis a Propuesta");
    await shown.getByRole("link", { name: "Cerrar" }).click();
    await expect(page).toHaveURL("/board?q=ronda");
    await expect(ticket(page, "Talleres Ronda")).toBeVisible();
    await expect(menuButton(page, "Clínica Albors")).toHaveCount(0);
});

test("what is being typed is lost neither to Escape nor to another's change", async ({ page, firm }) => {
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ver y editar");
    const shown = panel(page, "Talleres Ronda");
    const amount = shown.getByLabel("Importe");
    await expect(shown.getByRole("listitem").first()).toBeVisible();
    await amount.fill("7.000");
    const card = (await firm.board()).cards.find((it) => it.account_name === "Talleres Ronda");
    await firm.edit(card, { amount: { cents: 800_000, currency: "EUR" } });
    await expectTally(page, qualification, { count: 1, sum: "8.000,00 €", weighted: "1.600,00 €" });
    await expect(amount).toHaveValue("7.000");
    await expect(amount).toHaveAccessibleDescription("Otra persona lo acaba de cambiar a 8.000,00. Si guardas, queda lo tuyo.");
    const answer = answered(page);
    await page.keyboard.press("Escape");
    await answer;
    await expect(shown).toHaveCount(0);
    await expectTally(page, qualification, { count: 1, sum: "7.000,00 €", weighted: "1.400,00 €" });
    await expect(page.locator(".ticket:focus")).toContainText("Talleres Ronda");
});

test("three changes in a row on a slow line are all kept, and taken back one by one", async ({ page }) => {
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ver y editar");
    const shown = panel(page, "Talleres Ronda");
    await expect(shown.getByRole("listitem").first()).toBeVisible();
    let answer;
    const gate = new Promise((resolve) => (answer = resolve));
    await page.route(/edit_opportunity/, async (route) => {
        await gate;
        await route.continue();
    });
    await shown.getByLabel("Importe").fill("1.500");
    await shown.getByLabel("Cierre previsto").fill("2027-03-01");
    await shown.getByLabel("Probabilidad").fill("35");
    await shown.getByLabel("Probabilidad").press("Tab");
    await expect(ticket(page, "Talleres Ronda")).toContainText("1.500,00 €");
    answer();
    await expect(shown.getByRole("listitem").first()).toContainText("probabilidad, de 20 % a 35 %");
    await expect(shown.getByRole("listitem")).toContainText(["probabilidad", "cierre previsto", "importe"]);
    await shown.getByRole("link", { name: "Cerrar" }).click();
    for (let step = 0; step < 3; step++) await page.keyboard.press("Control+z");
    await expect(ticket(page, "Talleres Ronda")).toContainText("1.000,00 €");
    await expect(ticket(page, "Talleres Ronda")).toContainText("Sin fecha de cierre");
    await expect(ticket(page, "Talleres Ronda")).toContainText("20 %");
});
