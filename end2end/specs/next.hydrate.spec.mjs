// What comes next with a client: seen on the ticket, counted in the column, planned and done in the panel.
import { STAGES, answered, choose, clients, expectTally, ticket, toast, tray } from "../board.mjs";
import { checkA11y, checkReflow, checkTargets, expect, open, shot, signedIn as test } from "../fixtures.mjs";

const { qualification } = STAGES;
const panel = (page, account) => page.getByRole("complementary", { name: account });
const step = (page, account) => panel(page, account).getByRole("region", { name: "Próximo paso" });
const counts = (page) => tray(page, qualification).getByRole("group", { name: "Por próximo paso" }).getByRole("link");

test.beforeEach(async ({ firm }) => {
    await firm.lay([
        { account: "Talleres Ronda", title: "Plan de igualdad", amount: "1.000" },
        { account: "Clínica Albors", title: "Auditoría", amount: "2.000" },
    ]);
});

test("planned in two taps, done in one, taken back", async ({ page }) => {
    test.slow();
    await open(page, "/board");
    await expect(counts(page)).toHaveText(["Sin próximo paso: 2"]);
    await ticket(page, "Talleres Ronda").getByRole("link", { name: "Planificar el siguiente paso" }).click();
    const shown = step(page, "Talleres Ronda");
    await expect(shown.getByLabel("Qué")).toBeFocused();
    await expect(shown).toContainText("Nadie ha dicho qué viene ahora.");
    await checkA11y(page);
    await checkTargets(page);
    await shot(page, "next-none");
    await shown.getByLabel("Qué").selectOption("visit");
    await shown.getByLabel("Hora, si la tiene").fill("16:30");
    let answer = answered(page);
    await shown.getByRole("button", { name: "Mañana" }).click();
    await answer;
    await expect(shown).toContainText("Visita mañana, 16:30");
    await expect(ticket(page, "Talleres Ronda")).toContainText("Visita mañana, 16:30");
    await expect(counts(page)).toHaveText(["Planificado: 1", "Sin próximo paso: 1"]);
    await expect(panel(page, "Talleres Ronda").getByRole("listitem").first()).toContainText("próximo paso, visita");
    await checkA11y(page);
    await checkReflow(page);
    await shot(page, "next-planned");
    answer = answered(page);
    await shown.getByRole("button", { name: "Hecho" }).click();
    await answer;
    await expect(toast(page)).toContainText("¿qué viene ahora?");
    await expect(shown.getByLabel("Qué")).toBeFocused();
    await expect(panel(page, "Talleres Ronda").getByRole("listitem").first()).toContainText("hecho: visita");
    answer = answered(page);
    await toast(page).getByRole("button", { name: "Deshacer" }).click();
    await answer;
    await expect(shown).toContainText("Visita mañana, 16:30");
    answer = answered(page);
    await shown.getByRole("button", { name: "Quitar" }).click();
    await answer;
    await expect(shown).toContainText("Nadie ha dicho qué viene ahora.");
});

test("a count narrows the board to its cards, and the totals follow", async ({ page, firm }) => {
    const card = (await firm.board()).cards.find((it) => it.account_name === "Talleres Ronda");
    await firm.edit(card, { next: { kind: "call", on: "2020-01-07", at: null } });
    await open(page, "/board");
    await expect(ticket(page, "Talleres Ronda")).toContainText("Llamada · venció mar 07/01/2020");
    await expect(counts(page)).toHaveText(["Vencido: 1", "Sin próximo paso: 1"]);
    await counts(page).first().click();
    await expect(page).toHaveURL("/board?next=overdue");
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda"]);
    await expectTally(page, qualification, { count: 1, sum: "1.000,00 €", weighted: "200,00 €" });
    await expect(counts(page)).toHaveText(["Vencido: 1", "Sin próximo paso: 1"]);
    await expect(counts(page).first()).toHaveAttribute("aria-current", "true");
    await checkA11y(page);
    await shot(page, "next-filtered");
    await counts(page).first().click();
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda", "Clínica Albors"]);
});

test("a day that cannot be read says so, and what was chosen stays", async ({ page }) => {
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ver y editar");
    const shown = step(page, "Talleres Ronda");
    await shown.getByLabel("Qué").selectOption("meeting");
    await shown.getByRole("button", { name: "Planificar", exact: true }).click();
    await expect(shown.getByLabel("Día")).toHaveAccessibleDescription(/.+\./);
    await expect(shown.getByLabel("Qué")).toHaveValue("meeting");
});
