// The list of accounts without a script: columns and order, several at once, views with a name, and taking it out.
import { expect, open, signedIn as test } from "../fixtures.mjs";

const names = (page) => page.getByRole("rowheader").getByRole("link");
const cells = (page, label) => page.locator(`tbody td[data-label="${label}"]`);

test("columns, order and a view that has a name", async ({ page, firm }) => {
    await firm.lay([{ account: "Orden Alfa" }, { account: "Orden Beta" }]);
    await open(page, "/accounts?q=orden&columns=name,kind,created&sort=-name");
    await expect(names(page)).toHaveText(["Orden Beta", "Orden Alfa"]);
    await expect(cells(page, "Qué es para nosotros")).toHaveText(["Cliente", "Cliente"]);
    await page.getByText("Guardar esta vista", { exact: true }).click();
    await page.getByRole("textbox", { name: "Guardar esta vista como" }).fill("Del revés");
    await page.getByRole("button", { name: "Guardar", exact: true }).click();
    await open(page, "/accounts");
    await page.getByRole("link", { name: "Del revés" }).click();
    await expect(names(page)).toHaveText(["Orden Beta", "Orden Alfa"]);
    await page.getByRole("button", { name: "Borrar: Del revés" }).click();
    await expect(page.getByRole("link", { name: "Del revés" })).toHaveCount(0);
    await expect(names(page)).toHaveText(["Orden Beta", "Orden Alfa"]);
});

test("several are changed at once, and get back what they had", async ({ page, firm }) => {
    await firm.lay([{ account: "Varias Uno" }, { account: "Varias Dos" }, { account: "Varias Tres" }]);
    await open(page, "/accounts?q=varias&columns=name,kind");
    await page.getByText("Cambiar varias", { exact: true }).click();
    await page.getByRole("checkbox", { name: "Elegir: Varias Uno" }).check();
    await page.getByRole("button", { name: "Cambiarlas" }).click();
    await expect(page.getByRole("alert")).toHaveText("Di qué les cambia: está todo como está.");
    await expect(page.getByRole("checkbox", { name: "Elegir: Varias Uno" })).toBeChecked();
    await page.getByRole("checkbox", { name: "Elegir: Varias Dos" }).check();
    await page.getByRole("combobox", { name: "Qué es para nosotros" }).selectOption("Proveedor");
    await page.getByRole("button", { name: "Cambiarlas" }).click();
    await expect(page.getByRole("status").filter({ hasText: "2 cuentas cambiadas." })).toBeVisible();
    await expect(cells(page, "Qué es para nosotros")).toHaveText(["Proveedor", "Cliente", "Proveedor"]);
    await page.getByRole("button", { name: "Deshacer" }).click();
    await expect(cells(page, "Qué es para nosotros")).toHaveText(["Cliente", "Cliente", "Cliente"]);
});

test("the list is taken out as it stands", async ({ page, firm }) => {
    await firm.lay([{ account: "Salida Norte" }, { account: "=Salida Sur" }]);
    await open(page, "/accounts?q=salida&columns=name,kind");
    const link = page.getByRole("link", { name: "Exportar a CSV" });
    const file = await page.request.get(await link.getAttribute("href"));
    expect(file.headers()["content-type"]).toBe("text/csv; charset=utf-8");
    expect(await file.text()).toBe("\ufeffNombre;Qué es para nosotros\r\n'=Salida Sur;Cliente\r\nSalida Norte;Cliente\r\n");
});
