// How one wants to be reminded, and a reminder on top of Hoy and of every page, put away by a plain form.
import { checkA11y, checkReflow, checkTargets, expect, open, shot, signedIn as test } from "../fixtures.mjs";
import { soon } from "../soon.mjs";

test("one chooses how to be reminded", async ({ page }) => {
    await open(page, "/me");
    const before = page.getByLabel("Avisarme de lo que tiene hora");
    const morning = page.getByLabel("Hora a la que empieza mi día");
    await expect(before).toHaveValue("15");
    await expect(page.getByText("Esta instalación no tiene servidor de correo")).toBeVisible();
    await before.selectOption("Una hora antes");
    await morning.fill("");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(morning).toHaveAttribute("aria-invalid", "true");
    await expect(before).toHaveValue("60");
    await morning.fill("08:30");
    await page.getByLabel("Mi hora es la de").selectOption("Canarias");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText("Guardado.")).toBeVisible();
    await expect(morning).toHaveValue("08:30");
    await checkA11y(page);
    await checkTargets(page);
    await checkReflow(page);
    await shot(page, "my-reminders");
    // The firm is everybody's here: as it was.
    await before.selectOption("15 minutos antes");
    await morning.fill("09:00");
    await page.getByLabel("Mi hora es la de").selectOption("Península y Baleares");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText("Guardado.")).toBeVisible();
    await expect(before).toHaveValue("15");
});

test("a reminder stands on top of Hoy until it is put away", async ({ page, firm }) => {
    const client = `Talleres Recuerdo ${Date.now()}`;
    const reminder = page.getByRole("group", { name: `Llamada con ${client}` });
    await firm.lay([{ account: client, title: "Plan de igualdad", amount: "12.450" }]);
    await open(page, `/accounts?q=${encodeURIComponent(client)}`);
    await page.getByRole("rowheader").getByRole("link", { name: client, exact: true }).click();
    await page.getByRole("region", { name: "Lo próximo" }).getByRole("link", { name: "Planificar" }).click();
    const { day, hour } = soon();
    await page.getByRole("combobox", { name: "Qué", exact: true }).selectOption("Llamada");
    await page.getByLabel("Día", { exact: true }).fill(day);
    await page.getByLabel("Hora, si la tiene").fill(hour);
    await page.getByRole("button", { name: "Planificar" }).click();
    await expect(page.getByRole("region", { name: "Lo próximo" })).toContainText(hour);
    // The program has told it a moment later.
    await expect(async () => {
        await open(page, "/today");
        await expect(page.getByRole("main").getByRole("group", { name: `Llamada con ${client}` })).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await checkReflow(page);
    await shot(page, "reminder-nojs");
    await open(page, "/accounts?q=Recuerdo");
    await expect(reminder).toContainText(hour);
    // It is hidden before the server has answered, and a page that is left at once would take the post with it.
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await reminder.getByRole("button", { name: "Vale" }).click();
    await expect(reminder).toHaveCount(0);
    await answered;
    await expect(page).toHaveURL(/\/accounts\?q=Recuerdo$/);
    await open(page, "/today");
    await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: client })).toBeVisible();
    await expect(reminder).toHaveCount(0);
});
