// The board by keyboard alone.
import { STAGES, answered, clients, menu, ticket, toast } from "../board.mjs";
import { checkA11y, expect, open, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, proposal, negotiation } = STAGES;

test.beforeEach(async ({ firm, page }) => {
    await firm.lay([
        { account: "Uno", amount: "100" },
        { account: "Dos", amount: "200" },
        { account: "Tres", amount: "300" },
        { account: "Cuatro", amount: "400", stage: "proposal" },
        { account: "Cinco", amount: "500", stage: "proposal" },
    ]);
    await open(page, "/board");
});

const said = (page, text) => expect(page.getByRole("main").getByRole("status").filter({ hasText: text })).toHaveCount(1);

test("arrows go from card to card and from column to column", async ({ page }) => {
    await page.keyboard.press("ArrowDown");
    await expect(ticket(page, "Uno")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(ticket(page, "Dos")).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(ticket(page, "Cinco")).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(ticket(page, "Cuatro")).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(ticket(page, "Cuatro")).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await expect(ticket(page, "Uno")).toBeFocused();
    await shot(page, "keys-focus");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("complementary", { name: "Uno" })).toBeVisible();
});

test("space lifts, arrows carry, space puts down; it is said, and Ctrl+Z takes it back", async ({ page }) => {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press(" ");
    await said(page, /^Uno, en la mano\. Calificación y análisis, 1 de 3\./);
    await page.keyboard.press("ArrowDown");
    await said(page, /^Calificación y análisis, 2 de 3$/);
    await page.keyboard.press("ArrowRight");
    await said(page, /^Propuesta, 2 de 3$/);
    await shot(page, "keys-carried");
    await checkA11y(page);
    const answer = answered(page);
    await page.keyboard.press(" ");
    await answer;
    await expect(clients(page, proposal)).toHaveText(["Cuatro", "Uno", "Cinco"]);
    await expect(toast(page)).toContainText("Uno pasó a Propuesta");
    await expect(ticket(page, "Uno")).toBeFocused();
    const undone = answered(page);
    await page.keyboard.press("Control+z");
    await undone;
    await expect(clients(page, qualification)).toHaveText(["Uno", "Dos", "Tres"]);
});

test("a card can be carried to an end, which asks what it needs; Escape leaves one where it was", async ({ page }) => {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press(" ");
    for (const name of ["Propuesta", negotiation, "Ganada"]) {
        await page.keyboard.press("ArrowRight");
        await said(page, new RegExp(`^${name}`));
    }
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toContainText("Uno");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(clients(page, qualification)).toHaveText(["Uno", "Dos", "Tres"]);
    await expect(ticket(page, "Uno")).toBeFocused();
    await page.keyboard.press(" ");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Escape");
    await said(page, "Se queda donde estaba.");
    await expect(clients(page, qualification)).toHaveText(["Uno", "Dos", "Tres"]);
});

test("letters: the menu, a new one, the search, the list of keys; and they can be switched off", async ({ page }) => {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("m");
    await expect(menu(page, "Uno")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Atajos de teclado" });
    await expect(keys).toBeVisible();
    await shot(page, "keys-help");
    await checkA11y(page);
    await keys.getByRole("checkbox").uncheck();
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).not.toBeFocused();
    await page.getByRole("button", { name: /perfil y ajustes/ }).first().click();
    await page.getByRole("button", { name: "Atajos de teclado" }).click();
    await keys.getByRole("checkbox").check();
    // The list, and then the menu that it was opened from.
    await page.keyboard.press("Escape");
    await expect(keys).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: /perfil y ajustes/ })).toBeHidden();
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await page.keyboard.press("Escape");
    await page.getByRole("searchbox").blur();
    await page.keyboard.press("n");
    await expect(page).toHaveURL(/\/opportunities\/new/);
});

test("the close is put off by a month, and taken back", async ({ page }) => {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("m");
    const answer = answered(page);
    await menu(page, "Uno").getByRole("menuitem", { name: /Aplazar el cierre un mes/ }).click();
    await answer;
    await expect(toast(page)).toContainText("Uno se espera cerrar el");
    await expect(ticket(page, "Uno")).not.toContainText("Sin fecha de cierre");
    const undone = answered(page);
    await toast(page).getByRole("button", { name: "Deshacer" }).click();
    await undone;
    await expect(ticket(page, "Uno")).toContainText("Sin fecha de cierre");
    await expect(toast(page)).toContainText("Uno vuelve a estar como antes");
});
