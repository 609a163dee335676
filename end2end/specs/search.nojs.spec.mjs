// The page of a search: a plain form.
import { checkA11y, checkReflow, checkTargets, expect, open, shot, signedIn as test } from "../fixtures.mjs";

test("the rail leads to a page that finds in any order and without accents", async ({ page, firm }) => {
    await firm.lay([{ account: "Astilleros Dénia S.L.", title: "Plan de igualdad", amount: "12.450" }]);
    await open(page, "/search");
    await page.getByRole("searchbox", { name: "Buscar en todo" }).fill("denia asti");
    await page.getByRole("button", { name: "Buscar", exact: true }).click();
    await expect(page).toHaveURL(/\/search\?q=denia/);
    const accounts = page.getByRole("region", { name: "Cuentas" });
    await expect(accounts.getByRole("link", { name: /Astilleros Dénia/ }).first()).toBeVisible();
    await expect(page.getByRole("region", { name: "Oportunidades" }).getByRole("link", { name: /Plan de igualdad/ }).first()).toBeVisible();
    await checkA11y(page);
    await checkTargets(page);
    await checkReflow(page);
    await shot(page, "search");
    await accounts.getByRole("link", { name: /Astilleros Dénia/ }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Astilleros Dénia S.L.");
});

test("what cannot be found says so, and what was typed stays", async ({ page }) => {
    const typed = "<script>alert(1)</script> 🙂 مرحبا zzzz";
    await open(page, `/search?q=${encodeURIComponent(typed)}`);
    await expect(page.getByText("Nada coincide con lo que has escrito.")).toBeVisible();
    await expect(page.getByRole("searchbox")).toHaveValue(typed);
    await open(page, "/search?q=nueva+opor");
    await page.getByRole("region", { name: "Hacer" }).getByRole("link", { name: "Nueva oportunidad" }).click();
    await expect(page).toHaveURL(/\/opportunities\/new/);
});
