// The forecast above the board, as a person finds things in it.
import { expect } from "./fixtures.mjs";

export const forecast = (page) => page.getByRole("region", { name: "Previsión" });

// The cell of a span: "month", "quarter" or "year".
export const cell = (page, span) => forecast(page).locator(`[data-span=${span}]`);

// What stands beside a term: "ganado", "Ponderado por fase".
export const figure = (where, term) => where.locator("div").filter({ has: where.page().locator("dt", { hasText: term }) }).locator("dd").last();

// A day of this month, as the forms take it; the firm is in Spain.
export const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Madrid" }).format(new Date());

const MONTHS = ["Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio", "Julio", "Agosto", "Septiembre", "Octubre", "Noviembre", "Diciembre"];
export const month = () => MONTHS[Number(today().slice(5, 7)) - 1];

// Where there is little room it is folded into a line.
export async function unfold(page) {
    const fold = page.locator(".forecast__fold");
    const isFolded = await fold.evaluate((it) => it.checkVisibility() && !it.open);
    if (isFolded) await fold.locator("summary").click();
}

// Types amounts, by month, and saves.
export async function setGoals(page, amounts) {
    await unfold(page);
    await pencil(page, "Cambiar los objetivos").click();
    const form = forecast(page).locator("form:visible");
    for (const [name, amount] of Object.entries(amounts)) await form.getByLabel(name, { exact: true }).fill(amount);
    await form.getByRole("button", { name: "Guardar" }).click();
}

export const pencil = (page, name) => forecast(page).locator("summary", { hasText: name });

export async function expectGoal(page, text) {
    await expect(cell(page, "month").locator(".fc__head")).toHaveText(`${month()}${text}`);
}
