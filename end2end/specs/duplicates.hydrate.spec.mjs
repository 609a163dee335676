// While a new account is typed, those that it may be already appear.
import { expect, open, signedIn as test } from "../fixtures.mjs";

test("while one types the accounts that it may be appear, and one tap leads there", async ({ page, firm }) => {
    const name = `Talleres Olivella${Date.now()}`;
    await firm.lay([{ account: name, title: "Plan", amount: "1.000" }]);
    await open(page, "/accounts/new");
    await page.getByLabel("Nombre", { exact: true }).first().pressSequentially(`${name.toUpperCase()} S.L.`);
    await expect(page.getByText("mismo nombre")).toBeVisible();
    await expect(page.getByRole("button", { name: "Crear de todos modos" })).toBeVisible();
    await page.getByRole("link", { name: `Usar esta: ${name}` }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});
