// The table is written in where it is shown, and lives as the board does.
import { readFile } from "node:fs/promises";
import { answered, menu, menuButton, toast } from "../board.mjs";
import { checkA11y, expect, open, shot, signedIn as test } from "../fixtures.mjs";
import { cell, clients, row, totals, unzipped } from "../table.mjs";

test.beforeEach(async ({ firm }) => {
    await firm.lay([
        { account: "Talleres Ronda", title: "Plan de igualdad", amount: "1.000", closeOn: "2027-01-15" },
        { account: "Clínica Albors", title: "Auditoría", amount: "2.000", stage: "proposal" },
    ]);
});

const field = (page, account, name) => row(page, account).getByRole("textbox", { name });

test("a cell is written in; the totals follow, and it can be taken back", async ({ page }) => {
    await open(page, "/opportunities");
    await cell(page, "Talleres Ronda", "amount").click();
    await expect(field(page, "Talleres Ronda", "Importe")).toBeFocused();
    await expect(field(page, "Talleres Ronda", "Importe")).toHaveValue("1.000,00");
    await shot(page, "table-editing");
    await checkA11y(page);
    const answer = answered(page);
    await page.keyboard.type("2.345,5");
    await page.keyboard.press("Enter");
    await expect(cell(page, "Talleres Ronda", "amount")).toHaveText("2.345,50 €");
    await expect(totals(page)).toContainText("4.345,50 €");
    await expect(totals(page)).toContainText("1.469,10 €");
    await answer;
    await expect(toast(page)).toContainText("Talleres Ronda importe: 2.345,50 €");
    await expect(cell(page, "Talleres Ronda", "amount")).toBeFocused();
    const undone = answered(page);
    await page.keyboard.press("Control+z");
    await undone;
    await expect(cell(page, "Talleres Ronda", "amount")).toHaveText("1.000,00 €");
});

test("every field that the panel has is written in by keyboard alone", async ({ page, firm }) => {
    await open(page, "/opportunities");
    for (const [column, name, text, shown] of [
        ["title", "Qué le interesa", "Plan y registro", "Plan y registro"],
        ["probability", "Probabilidad", "35", "35 %"],
    ]) {
        await cell(page, "Talleres Ronda", column).focus();
        await page.keyboard.press("Enter");
        const answer = answered(page);
        await expect(field(page, "Talleres Ronda", name)).toBeFocused();
        await page.keyboard.type(text);
        await page.keyboard.press("Enter");
        await answer;
        await expect(cell(page, "Talleres Ronda", column)).toHaveText(shown);
        await expect(cell(page, "Talleres Ronda", column)).toBeFocused();
    }
    await cell(page, "Talleres Ronda", "close").click();
    const day = row(page, "Talleres Ronda").getByLabel("Cierre previsto");
    const answer = answered(page);
    await day.fill("2027-03-01");
    await day.press("Enter");
    await answer;
    await expect(cell(page, "Talleres Ronda", "close")).toHaveText("01/03/2027");
    await cell(page, "Talleres Ronda", "owner").click();
    const owned = answered(page);
    await row(page, "Talleres Ronda").getByLabel("Responsable").selectOption("—");
    await owned;
    await expect(cell(page, "Talleres Ronda", "owner")).toHaveText("—");
    const now = (await firm.board()).cards.find((it) => it.account_name === "Talleres Ronda");
    expect([now.title, now.probability, now.close_on, now.owner]).toEqual(["Plan y registro", 35, "2027-03-01", null]);
});

test("Escape leaves it as it was, and what cannot be read stays with its reason", async ({ page }) => {
    const sent = [];
    page.on("request", (request) => request.url().includes("edit_opportunity") && sent.push(request.url()));
    await open(page, "/opportunities");
    await cell(page, "Talleres Ronda", "amount").click();
    await field(page, "Talleres Ronda", "Importe").fill("9.999");
    await page.keyboard.press("Escape");
    await expect(cell(page, "Talleres Ronda", "amount")).toHaveText("1.000,00 €");
    await expect(cell(page, "Talleres Ronda", "amount")).toBeFocused();
    await cell(page, "Talleres Ronda", "probability").click();
    await field(page, "Talleres Ronda", "Probabilidad").fill("150");
    await page.keyboard.press("Enter");
    await expect(field(page, "Talleres Ronda", "Probabilidad")).toHaveAccessibleDescription("La probabilidad va de 0 a 100: escribe un número entero.");
    await checkA11y(page);
    // Another cell leaves it open with what was written.
    await cell(page, "Clínica Albors", "title").click();
    await expect(field(page, "Talleres Ronda", "Probabilidad")).toHaveValue("150");
    expect(sent).toEqual([]);
});

test("what the stage needs cannot be taken away, and what somebody else has changed is said", async ({ page, firm }) => {
    await open(page, "/opportunities");
    await cell(page, "Clínica Albors", "amount").click();
    const refused = answered(page);
    await field(page, "Clínica Albors", "Importe").fill("");
    await page.keyboard.press("Enter");
    await refused;
    await expect(toast(page)).toContainText("Clínica Albors: Falta el importe");
    await expect(cell(page, "Clínica Albors", "amount")).toHaveText("2.000,00 €");
    await cell(page, "Talleres Ronda", "amount").click();
    await field(page, "Talleres Ronda", "Importe").fill("7.000");
    const card = (await firm.board()).cards.find((it) => it.account_name === "Talleres Ronda");
    await firm.edit(card, { amount: { cents: 800_000, currency: "EUR" } });
    await expect(totals(page)).toContainText("10.000,00 €");
    await expect(field(page, "Talleres Ronda", "Importe")).toHaveValue("7.000");
    await expect(field(page, "Talleres Ronda", "Importe")).toHaveAccessibleDescription("Otra persona lo acaba de cambiar a 8.000,00. Si guardas, queda lo tuyo.");
    const answer = answered(page);
    await page.keyboard.press("Enter");
    await answer;
    await expect(cell(page, "Talleres Ronda", "amount")).toHaveText("7.000,00 €");
});

test("the stage is changed by the menu of the row, and a sale leaves the table", async ({ page }) => {
    await open(page, "/opportunities");
    await menuButton(page, "Talleres Ronda").click();
    await shot(page, "table-menu");
    const answer = answered(page);
    await menu(page, "Talleres Ronda").getByRole("menuitem", { name: "Propuesta" }).click();
    await answer;
    await expect(row(page, "Talleres Ronda")).toContainText("Propuesta");
    await expect(totals(page)).toContainText("1.500,00 €");
    await menuButton(page, "Talleres Ronda").click();
    await menu(page, "Talleres Ronda").getByRole("menuitem", { name: "Ganada" }).click();
    const won = answered(page);
    await page.getByRole("button", { name: "Marcar como ganada" }).click();
    await won;
    await expect(clients(page)).toHaveText(["Clínica Albors"]);
    const undone = answered(page);
    await toast(page).getByRole("button", { name: "Deshacer" }).click();
    await undone;
    await expect(clients(page)).toHaveText(["Talleres Ronda", "Clínica Albors"]);
});

test("what others do appears, and the panel opens beside the table", async ({ page, firm }) => {
    await open(page, "/opportunities?sort=-amount");
    await expect(clients(page)).toHaveText(["Clínica Albors", "Talleres Ronda"]);
    const card = (await firm.board()).cards.find((it) => it.account_name === "Talleres Ronda");
    await firm.edit(card, { amount: { cents: 900_000, currency: "EUR" } });
    await expect(clients(page)).toHaveText(["Talleres Ronda", "Clínica Albors"]);
    await firm.create(await firm.board(), { account: "Náutica Xàbia", amount: "50" });
    await expect(clients(page)).toHaveText(["Talleres Ronda", "Clínica Albors", "Náutica Xàbia"]);
    await cell(page, "Náutica Xàbia", "title").focus();
    await page.keyboard.press("o");
    const panel = page.getByRole("complementary", { name: "Náutica Xàbia" });
    await expect(panel).toBeVisible();
    await expect(page).toHaveURL(/\/opportunities\?sort=-amount&card=/);
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL("/opportunities?sort=-amount");
});

test("a workbook has numbers and days as such, and its heads stay", async ({ page }) => {
    await open(page, "/opportunities?columns=account,amount,close&sort=-amount");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Exportar a Excel" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^oportunidades-\d{4}-\d\d-\d\d\.xlsx$/);
    const files = unzipped(await readFile(await file.path()));
    const sheet = files["xl/worksheets/sheet1.xml"];
    expect(sheet).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<c r="B2" s="\d+"><v>2000<\/v>/);
    // 2027-01-15, in days since the end of 1899.
    expect(sheet).toMatch(/<c r="C3" s="\d+"><v>46402<\/v>/);
    expect(files["xl/sharedStrings.xml"]).toContain("Clínica Albors");
});
