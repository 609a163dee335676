// The list of accounts: facts are changed where they stand, several at once, and what one looks at has a name.
import { expect, open, reload, signedIn as test } from "../fixtures.mjs";

const row = (page, name) => page.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });
const cell = (page, name, column) => row(page, name).locator(`[data-cell="${column}"]`);

test("a fact is changed in its cell, refused with what was typed, and taken back", async ({ page, firm, complaints }) => {
    complaints.expect(/status of (400|422|500)/);
    await firm.lay([{ account: "Celda Azul" }, { account: "Celda Verde" }]);
    await open(page, "/accounts?q=celda");
    await cell(page, "Celda Azul", "phone").click();
    const field = page.getByRole("textbox", { name: "Teléfono" });
    await expect(field).toBeFocused();
    await field.fill("no es un teléfono");
    await field.press("Enter");
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(field).toHaveValue("no es un teléfono");
    await field.fill("964123456");
    await field.press("Enter");
    await expect(cell(page, "Celda Azul", "phone")).toHaveText("964 123 456");
    await cell(page, "Celda Azul", "sector").click();
    await page.getByRole("textbox", { name: "Sector" }).fill("Náutica");
    await page.getByRole("textbox", { name: "Sector" }).press("Enter");
    await expect(cell(page, "Celda Azul", "sector")).toHaveText("Náutica");
    await page.getByRole("button", { name: "Deshacer" }).last().click();
    await expect(cell(page, "Celda Azul", "sector")).toHaveText("—");
    // Escape leaves it as it was.
    await cell(page, "Celda Azul", "phone").click();
    await field.fill("600000000");
    await field.press("Escape");
    await expect(cell(page, "Celda Azul", "phone")).toHaveText("964 123 456");
    await reload(page);
    await expect(cell(page, "Celda Azul", "phone")).toHaveText("964 123 456");
    await expect(cell(page, "Celda Azul", "sector")).toHaveText("—");
});

test("whose it is is chosen from a list, by the pointer and by keys", async ({ page, firm }) => {
    await firm.lay([{ account: "Elegida Uno" }]);
    await open(page, "/accounts?q=elegida");
    await cell(page, "Elegida Uno", "owner").click();
    await page.getByRole("combobox", { name: "La lleva" }).last().selectOption({ label: "Nadie" });
    await expect(cell(page, "Elegida Uno", "owner")).toHaveText("—");
    await reload(page);
    await expect(cell(page, "Elegida Uno", "owner")).toHaveText("—");
    // The arrows go through the names on the way: nothing is kept before Enter.
    await cell(page, "Elegida Uno", "owner").press("Enter");
    const list = page.getByRole("combobox", { name: "La lleva" }).last();
    await expect(list).toBeFocused();
    await list.press("ArrowDown");
    await expect(list).not.toHaveValue("");
    await list.press("Enter");
    await expect(cell(page, "Elegida Uno", "owner")).not.toHaveText("—");
});
