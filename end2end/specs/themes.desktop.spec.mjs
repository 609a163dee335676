// Light, dark, and what the device says.
import { expect, live, open, signedIn as test } from "../fixtures.mjs";

const desk = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

async function pick(page, name) {
    await page.getByRole("button", { name: "Ana Prueba: perfil y ajustes" }).click();
    await page.getByRole("button", { name, exact: true }).click();
    // The form loads the page anew; the menu is closed then.
    await expect(page.getByRole("dialog", { name: "perfil y ajustes" })).toBeHidden();
    await live(page);
}

test("the device decides until somebody does", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await open(page, "/board");
    const light = await desk(page);
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await desk(page);
    expect(dark).not.toBe(light);

    await pick(page, "Claro");
    expect(await desk(page)).toBe(light);
    await page.reload();
    expect(await desk(page)).toBe(light);
    await live(page);
    await pick(page, "Oscuro");
    expect(await desk(page)).toBe(dark);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await desk(page)).toBe(dark);
    await page.reload();
    expect(await desk(page)).toBe(dark);
    await page.goto("/accounts");
    expect(await desk(page)).toBe(dark);
    await live(page);
    await pick(page, "El del dispositivo");
    expect(await desk(page)).toBe(light);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await desk(page)).toBe(dark);
});

test("the theme is in the server's own page: nothing flashes", async ({ firm, page }) => {
    await page.context().addCookies([{ name: "theme", value: "dark", url: firm.site.url }]);
    const html = await (await firm.page("/board", { cookie: `${firm.cookie}; theme=dark` })).text();
    expect(html).toContain('<html lang="es" data-theme="dark"');
});
