// What is wanted and promised is typed above the board, with JavaScript and without.
import { checkA11y, checkReflow, checkTargets, expect, open, shot, signedIn as test } from "../fixtures.mjs";
import { cell, figure, forecast, month, pencil, setGoals, today, unfold } from "../forecast.mjs";

test.beforeEach(async ({ firm, page }) => {
    await firm.lay([
        { account: "Hermanos Peña", amount: "1.000", closeOn: today() },
        { account: "Clínica Albors", amount: "5.000" },
    ]);
    await open(page, "/board");
});

test("an objective is typed, and what cannot be read stays as it was typed", async ({ page }) => {
    test.slow();
    await setGoals(page, { [month()]: "ochenta mil" });
    const form = forecast(page).locator("form:visible");
    const field = form.getByLabel(month(), { exact: true });
    await expect(field).toHaveValue("ochenta mil");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(/importe|número|euros/i);
    await shot(page, "forecast-refused");
    await checkA11y(page);
    await checkReflow(page);
    await field.fill("84.000");
    await form.getByRole("button", { name: "Guardar" }).click();
    await expect(page).toHaveURL("/board");
    await expect(cell(page, "month").locator(".fc__goal")).toContainText("objetivo 84.000,00 €");
    await unfold(page);
    await expect(cell(page, "year").locator(".fc__goal")).toContainText("de 12 meses");
    await shot(page, "forecast-open");
    await checkA11y(page);
    await checkReflow(page);
    await checkTargets(page);
});

test("a promise is typed and taken back", async ({ page }) => {
    await unfold(page);
    const say = forecast(page).locator(".fc--say");
    const type = async (amount) => {
        await unfold(page);
        await pencil(page, "Cambiar tu compromiso").click();
        await say.getByLabel(month(), { exact: true }).fill(amount);
        await say.getByRole("button", { name: "Guardar" }).click();
    };
    await type("78.000,50");
    await unfold(page);
    await expect(say.locator(".fc__own > .money")).toHaveText("78.000,50 €");
    await type("-1");
    await expect(say.getByLabel(month(), { exact: true })).toHaveValue("-1");
    await expect(say.locator(".field__error")).toBeVisible();
    await say.getByRole("link", { name: "Cancelar" }).click();
    await expect(page).toHaveURL("/board");
    await type("");
    await unfold(page);
    await expect(say.locator(".fc__own")).toContainText("sin decir");
});

test("the figures are of the whole pipeline, and under a filter say so", async ({ page }) => {
    await unfold(page);
    await expect(figure(cell(page, "month"), "ponderado")).toHaveText("200,00 €");
    // As many as the specs before this one have closed.
    await expect(forecast(page).locator(".fc--say")).toHaveText(/historia insuficiente \(\d+ cierres?\)|Según vuestra historia \d+ cierres/);
    const note = forecast(page).getByText("De todo el embudo, sin los filtros");
    await expect(note).toBeHidden();
    await open(page, "/board?q=albors");
    await expect(note).toBeVisible();
    await unfold(page);
    await expect(figure(cell(page, "month"), "ponderado")).toHaveText("200,00 €");
    // And what is saved under a filter comes back to it.
    await setGoals(page, { [month()]: "90.000" });
    await expect(page).toHaveURL("/board?q=albors");
    await expect(cell(page, "month").locator(".fc__goal")).toContainText("objetivo 90.000,00 €");
    await checkA11y(page);
});
