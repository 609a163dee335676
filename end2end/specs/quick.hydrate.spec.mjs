// A card typed into its column, without leaving the board.
import { STAGES, clients, expectTally, ticket, toast, tray } from "../board.mjs";
import { checkA11y, checkTargets, expect, open, reload, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, proposal } = STAGES;
const plus = (page, stage) => tray(page, stage).getByRole("link", { name: `Nueva oportunidad: ${stage}` });
const form = (page, stage) => page.getByRole("form", { name: `Nueva oportunidad: ${stage}` });

test.beforeEach(async ({ firm }) => {
    await firm.lay([{ account: "Toldos Ñíguez Sorní, S.L.", title: "Plan de igualdad", amount: "1.000" }]);
});

test("with whom, what, how much: it is on top of its column, and the totals know", async ({ page }) => {
    await open(page, "/board");
    await plus(page, qualification).click();
    const shown = form(page, qualification);
    await expect(shown.getByLabel("Con quién")).toBeFocused();
    await shown.getByLabel("Con quién").fill("Náutica Xàbia");
    await shown.getByLabel("Qué le interesa").fill("Asesoría fiscal");
    await shown.getByLabel("Importe, €").fill("2.500,5");
    await shown.getByLabel("Importe, €").press("Enter");
    await expect(shown).toHaveCount(0);
    await expect(clients(page, qualification)).toHaveText(["Náutica Xàbia", "Toldos Ñíguez Sorní, S.L."]);
    await expectTally(page, qualification, { count: 2, sum: "3.500,50 €", weighted: "700,10 €" });
    await expect(toast(page)).toContainText("Náutica Xàbia está en Calificación y análisis");
    await reload(page);
    await expect(clients(page, qualification)).toHaveText(["Náutica Xàbia", "Toldos Ñíguez Sorní, S.L."]);
});

test("who is there already is offered while one types, and no second account is made", async ({ page, firm }) => {
    await open(page, "/board");
    await plus(page, qualification).click();
    const shown = form(page, qualification);
    await shown.getByLabel("Con quién").pressSequentially("toldos niguez");
    await expect(shown.getByRole("listitem")).toContainText("¿Es esta?");
    await checkA11y(page);
    await checkTargets(page);
    await shot(page, "quick");
    await shown.getByRole("button", { name: "Toldos Ñíguez Sorní, S.L." }).click();
    await expect(shown.getByLabel("Con quién")).toHaveValue("Toldos Ñíguez Sorní, S.L.");
    await expect(shown.getByRole("listitem")).toContainText("Ya existe:");
    await shown.getByLabel("Qué le interesa").fill("Prevención de riesgos");
    await shown.getByRole("button", { name: "Añadir" }).click();
    await expect(clients(page, qualification)).toHaveText(["Toldos Ñíguez Sorní, S.L.", "Toldos Ñíguez Sorní, S.L."]);
    const { cards } = await firm.board();
    expect(new Set(cards.map((it) => it.account)).size).toBe(1);
});

test("what the stage needs and what cannot be read is said by its field; what was typed stays", async ({ page }) => {
    await open(page, "/board");
    await plus(page, proposal).click();
    const shown = form(page, proposal);
    await shown.getByLabel("Con quién").fill("Clínica Albors");
    await shown.getByRole("button", { name: "Añadir" }).click();
    await expect(shown.getByLabel("Qué le interesa")).toHaveAccessibleDescription(/\./);
    await shown.getByLabel("Qué le interesa").fill("Auditoría");
    await shown.getByRole("button", { name: "Añadir" }).click();
    await expect(shown.getByLabel("Importe, €")).toHaveAccessibleDescription(/\./);
    await shown.getByLabel("Importe, €").fill("mucho");
    await shown.getByRole("button", { name: "Añadir" }).click();
    await expect(shown.getByLabel("Importe, €")).toHaveAttribute("aria-invalid", "true");
    await expect(shown.getByLabel("Con quién")).toHaveValue("Clínica Albors");
    await shown.getByLabel("Con quién").press("Escape");
    await expect(shown).toHaveCount(0);
    await expect(plus(page, proposal)).toBeFocused();
    await expect(ticket(page, "Clínica Albors")).toHaveCount(0);
});
