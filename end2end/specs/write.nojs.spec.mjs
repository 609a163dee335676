// Anotar, from any page: about whom, then one writes.
import { checkReflow, expect, open, shot, signedIn as test } from "../fixtures.mjs";

test("from any page one says about whom and is in the report on them", async ({ page, firm, javaScriptEnabled }) => {
    const name = `Ferretería Bocairent ${Date.now()}`;
    await firm.lay([{ account: name, title: "Pedido", amount: "900" }]);
    await open(page, "/board");
    await page.getByRole("link", { name: "Anotar" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Anotar" })).toBeVisible();
    await page.getByRole("searchbox").fill(name);
    if (!javaScriptEnabled) await page.getByRole("button", { name: "Buscar" }).click();
    const found = page.getByRole("main").getByRole("link", { name });
    await expect(found.first()).toBeVisible();
    await checkReflow(page);
    await shot(page, "write");
    await found.first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    const text = page.getByRole("form", { name: "Anotar" }).getByRole("textbox").first();
    if (javaScriptEnabled) await expect(text).toBeFocused();
    await text.fill("Piden precio de tornillería. Enviar oferta el lunes.");
    await page.getByRole("button", { name: "Guardar" }).first().click();
    await expect(page.getByText("Piden precio de tornillería.").first()).toBeVisible();
    // On the page of a client, Anotar is about that client.
    expect(await page.getByRole("link", { name: "Anotar" }).getAttribute("href")).toMatch(javaScriptEnabled ? /^\/accounts\/.+#composer-text$/ : /#composer-text$/);
});
