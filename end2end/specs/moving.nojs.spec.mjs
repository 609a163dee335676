// The plain pages: everything the board does by JavaScript can be done by links and forms.
import { STAGES, clients, expectTally, menuButton, toast } from "../board.mjs";
import { checkA11y, expect, live, open, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, proposal, negotiation } = STAGES;

// From the board to the page of a move, as the link of the ticket leads there without JavaScript.
async function leave(page, account, stage) {
    await open(page, "/board");
    const link = menuButton(page, account);
    if (test.info().project.use.javaScriptEnabled === false) await link.click();
    else await open(page, await link.getAttribute("href"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Mover ${account} a…`);
    await page.getByRole("navigation", { name: "¿A qué fase?" }).getByRole("link", { name: stage }).click();
    await expect(page).toHaveURL(/\?stage=/);
    await live(page);
}

const go = (page) => page.getByRole("button", { name: "Mover", exact: true }).click();

test("the board shows its cards, and a link moves each", async ({ page, firm }) => {
    await firm.lay([
        { account: "Talleres Ronda", title: "Plan de igualdad", amount: "12.450" },
        { account: "Clínica Albors", title: "Asesoría fiscal", amount: "3.860,25", stage: "proposal" },
    ]);
    await page.goto("/board");
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda"]);
    await expectTally(page, proposal, { count: 1, sum: "3.860,25 €", weighted: "1.930,13 €" });
    await leave(page, "Talleres Ronda", proposal);
    await go(page);
    await expect(page).toHaveURL("/board");
    await expect(clients(page, proposal)).toHaveText(["Talleres Ronda", "Clínica Albors"]);
    await expectTally(page, proposal, { count: 2, sum: "16.310,25 €", weighted: "8.155,13 €" });
});

test("what is missing is said under its field, and nothing typed is lost", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", title: "Protocolo" }]);
    await leave(page, "Talleres Ronda", negotiation);
    await shot(page, "move-form");
    await checkA11y(page);
    const amount = page.getByLabel("Importe");
    const close = page.getByLabel("Cierre previsto");
    await close.fill("2027-02-15");
    await go(page);
    await expect(amount).toHaveAccessibleDescription(/Falta el importe\./);
    await expect(close).toHaveValue("2027-02-15");
    await amount.fill("mucho dinero");
    await go(page);
    await expect(amount).toHaveAccessibleDescription(/No entendemos ese importe: escríbelo como 1\.234,56\./);
    await expect(amount).toHaveValue("mucho dinero");
    await expect(close).toHaveValue("2027-02-15");
    await shot(page, "move-form-error");
    await checkA11y(page);
    await amount.fill("2.000");
    await go(page);
    await expect(page).toHaveURL("/board");
    await expectTally(page, negotiation, { count: 1, sum: "2.000,00 €", weighted: "1.600,00 €" });
});

test("lost with its reason, and with the competitor when it was competition", async ({ page, firm }) => {
    const [card] = await firm.lay([{ account: "Talleres Ronda", title: "Protocolo", amount: "700" }]);
    await leave(page, "Talleres Ronda", "Perdida");
    await go(page);
    await expect(page.getByText("Falta el motivo.")).toBeVisible();
    await page.getByRole("radio", { name: "Competencia" }).check();
    await page.getByLabel("Nota").fill("Vuelven en marzo.");
    await go(page);
    await expect(page.getByText("¿Qué competidor se la ha llevado?")).toBeVisible();
    await expect(page.getByRole("radio", { name: "Competencia" })).toBeChecked();
    await expect(page.getByLabel("Nota")).toHaveValue("Vuelven en marzo.");
    await page.getByLabel("Competidor").fill("Gestoría Llop");
    await go(page);
    await expect(page).toHaveURL("/board");
    await expect(clients(page, qualification)).toHaveCount(0);
    await page.goto(`/accounts/${card.account}`);
    await expect(page.getByRole("region", { name: "Historia" }).getByRole("listitem").first()).toContainText(
        "Motivo: Competencia (Gestoría Llop); estaba en Calificación y análisis. Vuelven en marzo.",
    );
});

test("won with its amount and its day", async ({ page, firm }) => {
    const [card] = await firm.lay([{ account: "Talleres Ronda", title: "Nóminas", amount: "700" }]);
    await leave(page, "Talleres Ronda", "Ganada");
    await expect(page.getByLabel("Importe final")).toHaveValue("700,00");
    await page.getByLabel("Importe final").fill("650,50");
    await page.getByLabel("Fecha de la venta").fill("2090-01-01");
    await go(page);
    await expect(page.getByLabel("Fecha de la venta")).toHaveAccessibleDescription(/Esa fecha todavía no ha llegado\./);
    await expect(page.getByLabel("Importe final")).toHaveValue("650,50");
    await page.getByLabel("Fecha de la venta").fill("2026-11-02");
    await go(page);
    await expect(page).toHaveURL("/board");
    await page.goto(`/accounts/${card.account}`);
    await expect(page.getByRole("region", { name: "Historia" }).getByRole("listitem").first()).toContainText(
        "Ganada: Nóminas (650,50 €), el 02/11/2026; estaba en Calificación y análisis.",
    );
});

test("somebody moved it meanwhile: said, and not done twice", async ({ page, firm }) => {
    const [card] = await firm.lay([{ account: "Talleres Ronda", amount: "700" }]);
    const { stage } = await firm.board();
    await leave(page, "Talleres Ronda", negotiation);
    await page.getByLabel("Cierre previsto").fill("2027-02-15");
    await firm.move(card, stage.proposal);
    await go(page);
    await expect(page.getByRole("alert")).toHaveText(
        "Otra persona acaba de cambiar Talleres Ronda: ahora está en Propuesta. Mírala y vuelve a moverla si hace falta.",
    );
    await expect(page.getByLabel("Cierre previsto")).toHaveValue("2027-02-15");
    await go(page);
    await expect(page).toHaveURL("/board");
    await expect(clients(page, negotiation)).toHaveText(["Talleres Ronda"]);
});

test("no more than the first cards are drawn, and without a script a link shows the rest", async ({ page, firm, javaScriptEnabled }) => {
    await firm.lay(Array.from({ length: 32 }, (_, n) => ({ account: `Cliente ${n}` })));
    await page.goto("/board");
    const rest = page.getByRole("link", { name: "y 24 más" });
    if (javaScriptEnabled === false) await expect(rest).toHaveAttribute("href", "/board?all=1");
    else await expect(rest).toHaveCount(0);
    await open(page, "/board?all=1");
    await expect(clients(page, qualification)).toHaveCount(32);
    await expect(toast(page)).toBeEmpty();
});

test("a new opportunity", async ({ page, firm }) => {
    await firm.lay([]);
    await open(page, "/board");
    // With JavaScript it opens in the column (quick.hydrate.spec.mjs); without, it leads to the page.
    await open(page, await page.getByRole("link", { name: `Nueva oportunidad: ${proposal}` }).getAttribute("href"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nueva oportunidad");
    await live(page);
    await expect(page.getByText("Fase: Propuesta")).toBeVisible();
    await page.getByLabel("Con quién").fill("Cerámicas Alcalatén, S.L.");
    await page.getByLabel("Qué le interesa").fill("Formación en igualdad");
    await page.getByRole("button", { name: "Ponerla en el embudo" }).click();
    // Propuesta asks for an amount.
    const amount = page.getByLabel("Cuánto puede ser");
    await expect(amount).toHaveAccessibleDescription(/Falta este dato: escríbelo\./);
    await expect(page.getByLabel("Con quién")).toHaveValue("Cerámicas Alcalatén, S.L.");
    await amount.fill("1.234,567");
    await page.getByRole("button", { name: "Ponerla en el embudo" }).click();
    await expect(amount).toHaveAccessibleDescription(/Sobran decimales: escribe dos como mucho después de la coma\./);
    await expect(page.getByText("Fase: Propuesta")).toBeVisible();
    await shot(page, "new-opportunity-error");
    await checkA11y(page);
    await amount.fill("1.234,56");
    await page.getByLabel("Cierre previsto").fill("2027-01-15");
    await page.getByRole("button", { name: "Ponerla en el embudo" }).click();
    await expect(page).toHaveURL("/board");
    await expect(clients(page, proposal)).toHaveText(["Cerámicas Alcalatén, S.L."]);
    await expectTally(page, proposal, { count: 1, sum: "1.234,56 €", weighted: "617,28 €" });
    // Once, and in its client's history.
    await page.getByRole("link", { name: "Cerámicas Alcalatén, S.L.", exact: true }).click();
    await page.getByRole("complementary").getByRole("link", { name: "Cerámicas Alcalatén, S.L." }).click();
    await expect(page.getByRole("region", { name: "Historia" }).getByRole("listitem").first()).toContainText(
        "Nueva oportunidad en Propuesta: Formación en igualdad (1.234,56 €).",
    );
});
