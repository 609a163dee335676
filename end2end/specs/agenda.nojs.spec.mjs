// The agenda by day, week and month; what is planned is carried to another day.
import { checkReflow, expect, open, shot, signedIn as test } from "../fixtures.mjs";

const iso = (days) => {
    const day = new Date();
    day.setDate(day.getDate() + days);
    return day.toLocaleDateString("en-CA", { timeZone: "Europe/Madrid" });
};

test("what is planned stands in its day, week and month, and is carried to another day", async ({ page, firm, javaScriptEnabled, hasTouch }) => {
    const name = `Azulejos Betxí ${Date.now()}`;
    await firm.lay([{ account: name, title: "Horno", amount: "7.000" }]);
    await open(page, `/accounts?q=${encodeURIComponent(name)}`);
    await page.getByRole("link", { name }).click();
    await page.getByRole("link", { name: "Planificar" }).first().click();
    // A Wednesday of a week to come: whatever day it is, the week has room on both sides.
    const monday = 7 - ((new Date().getDay() + 6) % 7);
    await page.locator("[name='form[on]']").fill(iso(monday + 2));
    await page.getByRole("button", { name: "Planificar" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    for (const view of ["day", "month", "week"]) {
        await open(page, `/agenda?view=${view}&on=${iso(monday + 2)}`);
        await expect(page.locator(`[data-day="${iso(monday + 2)}"]`).getByRole("link", { name })).toBeVisible();
        await checkReflow(page);
        await shot(page, `agenda-${view}`);
    }
    await page.getByRole("link", { name: "Siguiente" }).click();
    await expect(page.locator(`[data-day="${iso(monday + 9)}"]`)).toBeVisible();
    await page.getByRole("link", { name: "Anterior" }).click();
    const item = page.locator(".cal__item").filter({ hasText: name });
    await expect(item).toBeVisible();
    if (!javaScriptEnabled || hasTouch) return;
    const to = page.locator(`[data-day="${iso(monday + 4)}"]`);
    await item.hover();
    await page.mouse.down();
    await to.hover();
    await to.hover({ position: { x: 20, y: 80 } });
    await page.mouse.up();
    await expect(to.getByRole("link", { name })).toBeVisible();
    await page.getByRole("button", { name: "Deshacer" }).click();
    await expect(page.locator(`[data-day="${iso(monday + 2)}"]`).getByRole("link", { name })).toBeVisible();
});
