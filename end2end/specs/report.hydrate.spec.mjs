// What was said is written down beside the board, and lost by nothing until it is saved.
import { answered, choose, ticket, toast } from "../board.mjs";
import { checkA11y, checkTargets, expect, open, reload, shot, signedIn as test } from "../fixtures.mjs";

const panel = (page) => page.getByRole("complementary", { name: "Talleres Ronda" });
const TEXT = "Quiere el plan antes de marzo. Le mandamos la propuesta el lunes.";

test.beforeEach(async ({ firm }) => {
    await firm.lay([{ account: "Talleres Ronda", title: "Plan de igualdad", amount: "1.000" }]);
});

test("a report is the text and one tap; who was there and how they took it are at hand", async ({ page, firm }) => {
    // A look at the whole page with axe.
    test.slow();
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ver y editar");
    const form = panel(page).getByRole("form", { name: "Anotar" });
    await expect(form.getByLabel("Con quién")).toBeHidden();
    await form.getByLabel("Anotar").fill(TEXT);
    await form.getByLabel("Con quién").fill("Sr. Zabala, gerente");
    await form.getByLabel("Qué fue").selectOption("Visita");
    await form.getByLabel("Cómo lo tomó").selectOption("Positiva");
    await checkA11y(page);
    await checkTargets(page);
    await shot(page, "report");
    await form.getByRole("button", { name: "Guardar" }).click();
    await expect(toast(page)).toContainText("Talleres Ronda anotado");
    const first = panel(page).locator(".timeline").getByRole("listitem").first();
    await expect(first).toContainText("Visita · Sr. Zabala, gerente");
    await expect(first).toContainText(TEXT);
    await expect(form.getByLabel("Anotar")).toHaveValue("");
    await expect(form.getByLabel("Anotar")).toBeVisible();
    const card = (await firm.board()).cards.find((it) => it.account_name === "Talleres Ronda");
    await firm.edit(card, { title: "Plan de igualdad, 71 empleados" });
    await expect(first).toContainText("antes se llamaba Plan de igualdad");
});

test("what is written survives the panel, a reload and a server that does not answer", async ({ page, complaints }) => {
    // Two reloads, and answers that are refused.
    test.slow();
    complaints.expect(/write_report.*ERR_FAILED|ERR_FAILED.*write_report/, /status of 422.*write_report/);
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ver y editar");
    const text = panel(page).getByRole("textbox", { name: "Anotar" });
    await text.fill(TEXT);
    await panel(page).getByRole("link", { name: "Cerrar" }).click();
    await expect(panel(page)).toHaveCount(0);
    await choose(page, "Talleres Ronda", "Ver y editar");
    await expect(text).toHaveValue(TEXT);
    await reload(page);
    await expect(text).toHaveValue(TEXT);
    await page.route(/write_report/, (route) => route.abort());
    await panel(page).getByRole("button", { name: "Guardar" }).click();
    await expect(text).toHaveAccessibleDescription(/Lo escrito sigue aquí hasta que se guarde\.$/);
    await expect(text).toHaveValue(TEXT);
    await page.unroute(/write_report/);
    await panel(page).getByLabel("Ocurrió el").fill("2031-01-01");
    await panel(page).getByRole("button", { name: "Guardar" }).click();
    await expect(text).toHaveAccessibleDescription("Ese día todavía no ha llegado: lo que está por hacer va en el próximo paso.");
    await panel(page).getByLabel("Ocurrió el").fill("2026-01-08");
    await panel(page).getByRole("button", { name: "Guardar" }).click();
    await expect(toast(page)).toContainText("Talleres Ronda anotado");
    const told = panel(page).locator(".timeline").getByRole("listitem").filter({ hasText: TEXT });
    await expect(told).toHaveCount(1);
    await expect(told).toContainText("08/01/2026 12:00");
    await expect(told).toContainText("anotado el");
    await reload(page);
    await expect(told).toHaveCount(1);
    await expect(text).toHaveValue("");
});

test("what is changed while a report is on its way waits for it", async ({ page }) => {
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ver y editar");
    let go;
    const held = new Promise((done) => (go = done));
    await page.route(/write_report/, (route) => held.then(() => route.continue()));
    await panel(page).getByRole("textbox", { name: "Anotar" }).fill(TEXT);
    await panel(page).getByRole("button", { name: "Guardar" }).click();
    const amount = panel(page).getByLabel("Importe");
    await amount.fill("2.500");
    await amount.press("Enter");
    go();
    const told = panel(page).locator(".timeline").getByRole("listitem");
    await expect(told.first()).toContainText("2.500");
    await expect(told.nth(1)).toContainText(TEXT);
    await expect(amount).toHaveValue("2.500,00");
    await expect(ticket(page, "Talleres Ronda")).toContainText("2.500");
});

test("a report that waits is sent also from a page that was left meanwhile", async ({ page, firm }) => {
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ver y editar");
    let go;
    const held = new Promise((done) => (go = done));
    await page.route(/edit_opportunity/, (route) => held.then(() => route.continue()));
    const amount = panel(page).getByLabel("Importe");
    await amount.fill("2.500");
    await amount.press("Enter");
    await panel(page).getByRole("textbox", { name: "Anotar" }).fill(TEXT);
    await panel(page).getByRole("button", { name: "Guardar" }).click();
    await page.getByRole("link", { name: "Cuentas" }).click();
    await expect(page.getByRole("heading", { name: "Cuentas", level: 1 })).toBeVisible();
    const sent = page.waitForResponse(/write_report/);
    go();
    await sent;
    const card = (await firm.board()).cards.find((it) => it.account_name === "Talleres Ronda");
    await open(page, `/board?card=${card.id}`);
    const told = panel(page).locator(".timeline").getByRole("listitem");
    await expect(told.filter({ hasText: TEXT })).toHaveCount(1);
    await expect(panel(page).getByRole("textbox", { name: "Anotar" })).toHaveValue("");
});

test("a board that is left and entered again while a report is sent waits for it, and nothing is written twice", async ({ page }) => {
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ver y editar");
    let go;
    const held = new Promise((done) => (go = done));
    await page.route(/write_report/, (route) => held.then(() => route.continue()));
    await panel(page).getByRole("textbox", { name: "Anotar" }).fill(TEXT);
    await panel(page).getByRole("button", { name: "Guardar" }).click();
    await page.getByRole("link", { name: "Cuentas" }).click();
    await expect(page.getByRole("heading", { name: "Cuentas", level: 1 })).toBeVisible();
    await page.getByRole("link", { name: "Embudo" }).click();
    await choose(page, "Talleres Ronda", "Ver y editar");
    await expect(panel(page).getByRole("button", { name: "Guardar" })).toHaveAttribute("aria-busy", "true");
    await panel(page).getByRole("button", { name: "Guardar" }).click();
    go();
    await expect(panel(page).getByRole("textbox", { name: "Anotar" })).toHaveValue("");
    await reload(page);
    await expect(panel(page).locator(".timeline").getByRole("listitem").filter({ hasText: TEXT })).toHaveCount(1);
});

test("whoever writes about a card that another closes meanwhile finishes first", async ({ page, firm }) => {
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ver y editar");
    const text = panel(page).getByRole("textbox", { name: "Anotar" });
    await text.fill(TEXT);
    const board = await firm.board();
    const card = board.cards.find((it) => it.account_name === "Talleres Ronda");
    await firm.move(card, board.stage.lost, { loss_reason: "other" });
    await expect(panel(page)).toContainText("Ya no está en tu tablero.");
    await expect(text).toHaveValue(TEXT);
    await expect(panel(page).getByLabel("Importe")).toHaveCount(0);
    await panel(page).getByRole("button", { name: "Guardar" }).click();
    await expect(toast(page)).toContainText("Talleres Ronda anotado");
    await expect(panel(page)).toHaveCount(0);
});

test("where it came from is chosen from a list, told and taken back", async ({ page }) => {
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ver y editar");
    const source = panel(page).getByLabel("Origen");
    const answer = answered(page);
    await source.selectOption("Feria o evento");
    await answer;
    await expect(toast(page)).toContainText("Talleres Ronda origen: Feria o evento");
    await expect(panel(page).locator(".timeline").getByRole("listitem").first()).toContainText("origen, Feria o evento; no tenía");
    const undone = answered(page);
    await toast(page).getByRole("button", { name: "Deshacer" }).click();
    await undone;
    await expect(source).toHaveValue("");
    await expect(ticket(page, "Talleres Ronda")).toBeVisible();
});
