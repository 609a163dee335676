// Several cards at once: chosen, moved, changed, taken back.
import { STAGES, choose, clients, expectTally, menuButton, ticket, toast, tray } from "../board.mjs";
import { checkA11y, checkTargets, expect, open, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, proposal } = STAGES;
const bar = (page) => page.getByRole("region", { name: "Seleccionadas" });
const together = (page) => page.waitForResponse((answer) => answer.url().endsWith("/change_together"));

test.beforeEach(async ({ firm }) => {
    await firm.lay([
        { account: "Uno", title: "Auditoría", amount: "1.000" },
        { account: "Dos", title: "Auditoría", amount: "2.000" },
        { account: "Tres", title: "Auditoría" },
        { account: "Cuatro", title: "Auditoría", stage: "proposal", amount: "4.000" },
    ]);
});

// With Ctrl, then by a plain click, since something is chosen by then.
async function chooseThree(page) {
    await open(page, "/board");
    await ticket(page, "Uno").click({ modifiers: ["Control"] });
    await ticket(page, "Dos").click();
    await ticket(page, "Tres").click();
    await expect(page.locator(".ticket[data-chosen]")).toHaveCount(3);
    await expect(bar(page)).toContainText("3 oportunidades");
    await expect(bar(page)).toContainText("3.000,00 €");
}

test("they are moved together, what cannot be moved says why, and one undo takes it back", async ({ page }) => {
    await chooseThree(page);
    await checkA11y(page);
    await checkTargets(page);
    await shot(page, "together");
    let answer = together(page);
    await bar(page).getByLabel("Mover a…").selectOption("Propuesta");
    await answer;
    await expect(clients(page, proposal)).toHaveText(["Uno", "Dos", "Cuatro"]);
    await expect(clients(page, qualification)).toHaveText(["Tres"]);
    await expectTally(page, proposal, { count: 3, sum: "7.000,00 €", weighted: "3.500,00 €" });
    await expect(toast(page)).toContainText("1 se queda como estaba: Falta el importe.");
    await expect(toast(page)).toContainText("2 oportunidades");
    answer = together(page);
    await toast(page).getByRole("button", { name: "Deshacer" }).click();
    await answer;
    await expect(clients(page, qualification)).toHaveText(["Uno", "Dos", "Tres"]);
    await expect(clients(page, proposal)).toHaveText(["Cuatro"]);
});

test("one of them in the hand takes the others along", async ({ page }) => {
    await chooseThree(page);
    await ticket(page, "Tres").click();
    const from = await ticket(page, "Dos").boundingBox();
    const to = await ticket(page, "Cuatro").boundingBox();
    await page.mouse.move(from.x + 90, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(to.x + 90, to.y + to.height - 5, { steps: 8 });
    await expect(page.locator(".ticket[data-lifted]")).toHaveCount(2);
    await expect(page.locator(".ticket[data-dragging] .ticket__count")).toHaveText("2");
    await expect(tray(page, proposal).locator(".tray__count")).toHaveText("1+2");
    await shot(page, "together-in-the-hand");
    const answer = together(page);
    await page.mouse.up();
    await answer;
    await expect(clients(page, proposal)).toHaveText(["Cuatro", "Uno", "Dos"]);
    await page.keyboard.press("Escape");
    await expect(bar(page)).toHaveCount(0);
    const back = together(page);
    await page.keyboard.press("Control+z");
    await back;
    await expect(clients(page, qualification)).toHaveText(["Uno", "Dos", "Tres"]);
});

test("what a filter hides is not changed with the rest", async ({ page, firm }) => {
    await chooseThree(page);
    await page.getByRole("searchbox").fill("uno");
    await expect(bar(page)).toContainText("1 oportunidad");
    const answer = together(page);
    await bar(page).getByLabel("Cierre previsto").fill("2027-03-01");
    await bar(page).getByLabel("Cierre previsto").press("Enter");
    await answer;
    const { cards } = await firm.board();
    expect(cards.filter((it) => it.close_on === "2027-03-01").map((it) => it.account_name)).toEqual(["Uno"]);
});

test("a sale asks for its day once, and each keeps its amount", async ({ page, firm }) => {
    await chooseThree(page);
    await bar(page).getByLabel("Mover a…").selectOption("Ganada");
    const dialog = page.getByRole("dialog", { name: /./ });
    await expect(dialog).toContainText("3 oportunidades");
    await expect(dialog.getByLabel("Importe final")).toHaveCount(0);
    await dialog.getByLabel("Fecha de la venta").fill("2099-01-01");
    await dialog.locator("button.btn--pen").click();
    await expect(dialog.getByLabel("Fecha de la venta")).toHaveAccessibleDescription(/Esa fecha todavía no ha llegado\./);
    const { today } = await firm.board();
    await dialog.getByLabel("Fecha de la venta").fill(today);
    const answer = together(page);
    await dialog.locator("button.btn--pen").click();
    await answer;
    await expect(toast(page)).toContainText("2 oportunidades pasaron a Ganada");
    await expect(toast(page)).toContainText("1 se queda como estaba: Falta el importe.");
    await expect(clients(page, qualification)).toHaveText(["Tres"]);
});

test("a loss asks why once, for all", async ({ page }) => {
    await chooseThree(page);
    await bar(page).getByLabel("Mover a…").selectOption("Perdida");
    const dialog = page.getByRole("dialog", { name: /./ });
    await expect(dialog).toContainText("3 oportunidades");
    await dialog.getByRole("radio", { name: "Precio", exact: true }).check();
    const answer = together(page);
    await dialog.locator("button.btn--pen").click();
    await answer;
    await expect(clients(page, qualification)).toHaveText([]);
    await expect(bar(page)).toHaveCount(0);
    // With nothing chosen any more a click is a click again.
    await ticket(page, "Cuatro").click();
    await expect(page).toHaveURL(/\?card=/);
});

test("the close of several changes at once; by keyboard too", async ({ page, firm }) => {
    await open(page, "/board");
    await ticket(page, "Uno").focus();
    await page.keyboard.press("x");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("x");
    await expect(bar(page)).toContainText("2 oportunidades");
    const answer = together(page);
    await bar(page).getByLabel("Cierre previsto").fill("2027-03-01");
    await bar(page).getByLabel("Cierre previsto").press("Enter");
    await answer;
    const { cards } = await firm.board();
    expect(cards.filter((it) => it.close_on === "2027-03-01").length).toBe(2);
    await bar(page).getByRole("button", { name: "Quitar la selección" }).click();
    await expect(bar(page)).toHaveCount(0);
    await choose(page, "Uno", "Seleccionar");
    await expect(bar(page)).toContainText("1 oportunidad");
    await expect(menuButton(page, "Uno")).toBeVisible();
});
