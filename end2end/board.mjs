// The board as a person finds things on it.
import { expect } from "./fixtures.mjs";

export const STAGES = { qualification: "Calificación y análisis", proposal: "Propuesta", negotiation: "Negociación y revisión" };

// A column, by the name of its stage.
export const tray = (page, stage) => page.getByRole("region", { name: new RegExp(`^${stage}`) });

// Where tickets leave the board.
export const end = (page, stage) => page.getByRole("region", { name: "Ganada, Perdida" }).locator(".dropzone").filter({ hasText: stage });

// The ticket of a client, not its name among what is won and lost.
export const ticket = (page, account) =>
    page.locator("li.ticket").filter({ has: page.getByRole("link", { name: account, exact: true }) });

// The clients of a column, from top to bottom.
export const clients = (page, stage) => tray(page, stage).locator(".ticket__account");

export const menuButton = (page, account) => page.getByRole("button", { name: `Mover o más acciones: ${account} (` });

export const menu = (page, account) => page.getByRole("menu", { name: `Mover ${account} a…` });

// Opens the menu of a ticket and chooses; `what` is the name of a stage or of another command.
export async function choose(page, account, what) {
    await menuButton(page, account).click();
    await menu(page, account).getByRole("menuitem", { name: what }).click();
}

export const toast = (page) => page.getByRole("status", { name: "Avisos" });

export const answered = (page) => page.waitForResponse((answer) => /\/(move_opportunity|edit_opportunity|undo_move)$/.test(answer.url()));

// Count, sum and weighted sum of a column, exactly as it shows them.
export async function expectTally(page, stage, { count, sum, weighted }) {
    await expect(tray(page, stage).getByRole("heading")).toHaveText(`${stage}${count.toLocaleString("es-ES", { useGrouping: "always" })}`);
    await expect(tray(page, stage).locator(".tray__sum")).toHaveText(`${sum}${weighted} ponderado`);
}
