// One is reminded in time of what one is to do, on whatever page one is; put away on one device, it goes from the others.
import { checkA11y, checkReflow, checkTargets, expect, open, reload, shot, signedIn as test } from "../fixtures.mjs";
import { soon } from "../soon.mjs";

test("a reminder appears by itself, is put away on another device and does not come back", async ({ page, firm, elsewhere }) => {
    // Two pages, and a look with axe.
    test.slow();
    const client = `Talleres Aviso ${Date.now()}`;
    const reminder = (where) => where.getByRole("group", { name: `Llamada con ${client} — con Amparo Llorens` });
    await firm.lay([{ account: client, title: "Plan de igualdad", amount: "12.450" }]);
    const other = await elsewhere(await firm.state());
    await open(other, "/board");
    await open(page, `/accounts?q=${encodeURIComponent(client)}`);
    await page.getByRole("rowheader").getByRole("link", { name: client, exact: true }).click();
    await page.getByRole("region", { name: "Lo próximo" }).getByRole("link", { name: "Planificar" }).click();
    const { day, hour } = soon();
    await page.getByRole("combobox", { name: "Qué", exact: true }).selectOption("Llamada");
    await page.getByLabel("Día", { exact: true }).fill(day);
    await page.getByLabel("Hora, si la tiene").fill(hour);
    await page.getByLabel("Con quién").fill("Amparo Llorens");
    await page.getByLabel("De qué va").fill("El <b>plan</b> 🙂");
    await page.getByRole("button", { name: "Planificar" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(client);
    await expect(reminder(page)).toContainText(hour);
    await expect(reminder(page)).toContainText("El <b>plan</b> 🙂");
    // The board hears of it by the stream that it has anyway.
    await expect(reminder(other)).toBeVisible();
    await checkA11y(page);
    await checkTargets(page);
    await checkReflow(page);
    await shot(page, "reminder");
    await shot(other, "reminder-board");

    await reminder(page).getByRole("link", { name: "Abrir" }).click();
    await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: client })).toBeInViewport();
    // On Hoy it stands in the page.
    await expect(page.getByRole("main").getByRole("group", { name: client })).toBeVisible();
    await shot(page, "reminder-today");
    await reminder(other).getByRole("button", { name: "Vale" }).click();
    await expect(reminder(other)).toHaveCount(0);
    await expect(reminder(page)).toHaveCount(0);
    await reload(page);
    await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: client })).toBeVisible();
    await expect(reminder(page)).toHaveCount(0);
});
