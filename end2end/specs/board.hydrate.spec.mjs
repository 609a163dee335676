// Moving by the menu, at every width: what a drag can do, without dragging.
import { STAGES, answered, choose, clients, expectTally, menu, menuButton, ticket, toast, tray } from "../board.mjs";
import { checkTargets, expect, open, reload, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, proposal, negotiation } = STAGES;

test("a card is moved by its menu: at once, for good, and for everybody", async ({ page, firm, elsewhere }) => {
    await firm.lay([
        { account: "Talleres Ronda", title: "Plan de igualdad", amount: "12.450" },
        { account: "Clínica Albors", title: "Asesoría fiscal", amount: "3.860,25" },
    ]);
    const other = await elsewhere(await firm.state());
    await open(other, "/board");
    await open(page, "/board");
    const answer = answered(page);
    await choose(page, "Talleres Ronda", proposal);
    await expect(toast(page)).toContainText("Talleres Ronda pasó a Propuesta");
    await expect(clients(page, proposal)).toHaveText(["Talleres Ronda"]);
    await expect(clients(page, qualification)).toHaveText(["Clínica Albors"]);
    await expectTally(page, proposal, { count: 1, sum: "12.450,00 €", weighted: "6.225,00 €" });
    await expectTally(page, qualification, { count: 1, sum: "3.860,25 €", weighted: "772,05 €" });
    await expect(ticket(page, "Talleres Ronda")).toContainText("50 %");
    await answer;

    await reload(page);
    await expect(clients(page, proposal)).toHaveText(["Talleres Ronda"]);
    await expect(clients(other, proposal)).toHaveText(["Talleres Ronda"]);
    await expectTally(other, proposal, { count: 1, sum: "12.450,00 €", weighted: "6.225,00 €" });

    // And the client's page tells it.
    await ticket(page, "Talleres Ronda").getByRole("link", { name: "Talleres Ronda" }).click();
    await page.getByRole("complementary", { name: "Talleres Ronda" }).getByRole("link", { name: "Talleres Ronda" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Talleres Ronda");
    const newest = page.getByRole("region", { name: "Historia" }).getByRole("listitem").first();
    await expect(newest).toContainText("Plan de igualdad pasó de Calificación y análisis a Propuesta (50 %).");
    await expect(newest).toContainText("Ana Prueba");
    await expect(page.getByRole("region", { name: "Oportunidades" })).toContainText("Propuesta");
});

test("undo puts the card back where it was, between its neighbours", async ({ page, firm }) => {
    await firm.lay([
        { account: "Uno", amount: "100" },
        { account: "Dos", amount: "200" },
        { account: "Tres", amount: "300" },
    ]);
    await open(page, "/board");
    await choose(page, "Dos", proposal);
    await expect(clients(page, qualification)).toHaveText(["Uno", "Tres"]);
    const undone = answered(page);
    await toast(page).getByRole("button", { name: "Deshacer" }).click();
    await expect(clients(page, qualification)).toHaveText(["Uno", "Dos", "Tres"]);
    await undone;
    await reload(page);
    await expect(clients(page, qualification)).toHaveText(["Uno", "Dos", "Tres"]);
    await expectTally(page, qualification, { count: 3, sum: "600,00 €", weighted: "120,00 €" });
});

test("Ctrl+Z takes back one move after the other", async ({ page, firm }) => {
    await firm.lay([
        { account: "Uno", amount: "100", closeOn: "2027-03-01" },
        { account: "Dos", amount: "200" },
    ]);
    await open(page, "/board");
    const done = async (act) => {
        const answer = answered(page);
        await act();
        await answer;
    };
    await done(() => choose(page, "Uno", proposal));
    await expect(toast(page)).toContainText("Uno pasó a Propuesta");
    await done(() => choose(page, "Uno", negotiation));
    await expect(toast(page)).toContainText("Uno pasó a Negociación y revisión");
    await done(() => choose(page, "Dos", proposal));
    await expect(toast(page)).toContainText("Dos pasó a Propuesta");
    await done(() => page.keyboard.press("Control+z"));
    await expect(toast(page)).toContainText("Dos vuelve a estar en Calificación y análisis");
    await done(() => page.keyboard.press("Control+z"));
    await expect(toast(page)).toContainText("Uno vuelve a estar en Propuesta");
    await done(() => page.keyboard.press("Control+z"));
    await expect(clients(page, qualification)).toHaveText(["Uno", "Dos"]);
    await page.keyboard.press("Control+z");
    await reload(page);
    await expect(clients(page, qualification)).toHaveText(["Uno", "Dos"]);
    expect((await firm.board()).cards.map((card) => card.probability)).toEqual([20, 20]);
});

test("the offer to undo ends by itself, also where nothing moves", async ({ page, firm }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await firm.lay([{ account: "Talleres Ronda", amount: "100" }]);
    await open(page, "/board");
    await choose(page, "Talleres Ronda", proposal);
    await expect(toast(page).getByRole("button", { name: "Deshacer" })).toBeVisible();
    // Ten seconds, which nobody here has to wait for.
    const lasts = await toast(page).evaluate((region) => {
        const [time] = region.getAnimations({ subtree: true }).filter((it) => it.animationName === "toast-time");
        time?.finish();
        return time?.effect.getTiming().duration;
    });
    expect(lasts).toBe(10_000);
    await expect(toast(page)).toBeEmpty();
});

test("within a column: to its top and to its bottom", async ({ page, firm }) => {
    await firm.lay([{ account: "Uno" }, { account: "Dos" }, { account: "Tres" }]);
    await open(page, "/board");
    let answer = answered(page);
    await choose(page, "Uno", "Abajo de la columna");
    await expect(clients(page, qualification)).toHaveText(["Dos", "Tres", "Uno"]);
    await answer;
    answer = answered(page);
    await choose(page, "Tres", "Arriba de la columna");
    await expect(clients(page, qualification)).toHaveText(["Tres", "Dos", "Uno"]);
    await answer;
    await reload(page);
    await expect(clients(page, qualification)).toHaveText(["Tres", "Dos", "Uno"]);
});

test("the menu by the keyboard: arrows, numbers, Escape", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", amount: "1.000" }, { account: "Clínica Albors", amount: "2.000" }]);
    await open(page, "/board");
    const button = menuButton(page, "Talleres Ronda");
    const items = menu(page, "Talleres Ronda").getByRole("menuitem");
    const item = (name) => menu(page, "Talleres Ronda").getByRole("menuitem", { name });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(items).toHaveText([/^Calificación y análisis.*está aquí$/, /^Propuesta.*50\s%2$/, /^Negociación y revisión.*80\s%3$/, /^Ganada….*pide fecha e importe4$/, /^Perdida….*pide el motivo5$/, "Arriba de la columna", "Abajo de la columna", /^Aplazar el cierre un mes/, /^Seleccionar/, /^Ver y editar/]);
    await expect(button).toHaveAttribute("aria-expanded", "true");
    await expect(item(proposal)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(item(negotiation)).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect(item(/^Ver y editar/)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(item(proposal)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(menu(page, "Talleres Ronda")).toHaveCount(0);
    await expect(button).toBeFocused();
    await expect(button).toHaveAttribute("aria-expanded", "false");

    // A role of button answers to the space bar too.
    await page.keyboard.press("Space");
    await expect(item(proposal)).toBeFocused();
    await page.keyboard.press("2");
    await expect(clients(page, proposal)).toHaveText(["Talleres Ronda"]);
    // Where the card went, the focus went.
    await expect(menuButton(page, "Talleres Ronda")).toBeFocused();
});

test("a tap elsewhere closes the menu, and the same button opens it again", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", amount: "1.000" }]);
    await open(page, "/board");
    await menuButton(page, "Talleres Ronda").click();
    await expect(menu(page, "Talleres Ronda")).toBeVisible();
    await shot(page, "move-menu");
    await page.mouse.click(200, 12);
    await expect(menu(page, "Talleres Ronda")).toHaveCount(0);
    await menuButton(page, "Talleres Ronda").click();
    await expect(menu(page, "Talleres Ronda")).toBeVisible();
});

test("a stage that needs an amount asks for it on the way", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", title: "Protocolo" }]);
    await open(page, "/board");
    await choose(page, "Talleres Ronda", proposal);
    const dialog = page.getByRole("dialog", { name: "Falta un dato" });
    await expect(dialog).toBeVisible();
    // Nothing has moved yet.
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda"]);
    const amount = dialog.getByLabel("Importe");
    const save = dialog.getByRole("button", { name: "Guardar y mover" });
    await expect(amount).toBeFocused();
    await save.click();
    await expect(amount).toHaveAccessibleDescription(/Falta el importe\./);
    await amount.fill("mucho");
    await save.click();
    await expect(amount).toHaveAccessibleDescription(/No entendemos ese importe: escríbelo como 1\.234,56\./);
    await expect(amount).toHaveValue("mucho");
    await amount.fill("2.300,50");
    const answer = answered(page);
    await save.click();
    await expect(dialog).toHaveCount(0);
    await expectTally(page, proposal, { count: 1, sum: "2.300,50 €", weighted: "1.150,25 €" });
    await answer;
    await reload(page);
    await expectTally(page, proposal, { count: 1, sum: "2.300,50 €", weighted: "1.150,25 €" });
});

test("Escape and Cancelar leave the card where it was, and the focus on its button", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", amount: "10" }]);
    await open(page, "/board");
    for (const leave of [() => page.keyboard.press("Escape"), () => page.getByRole("dialog").getByRole("button", { name: "Cancelar" }).click()]) {
        await choose(page, "Talleres Ronda", "Perdida");
        await expect(page.getByRole("dialog", { name: "¿Por qué se ha perdido?" })).toBeVisible();
        await leave();
        await expect(page.getByRole("dialog", { name: "¿Por qué se ha perdido?" })).toHaveCount(0);
        await expect(clients(page, qualification)).toHaveText(["Talleres Ronda"]);
        await expect(menuButton(page, "Talleres Ronda")).toBeFocused();
    }
    const { cards } = await firm.board();
    expect(cards.map((card) => card.revision)).toEqual([1]);
});

test("a loss says why, and to whom when it was competition", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", title: "Auditoría", amount: "900" }]);
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Perdida");
    const dialog = page.getByRole("dialog", { name: "¿Por qué se ha perdido?" });
    const lose = dialog.getByRole("button", { name: "Marcar como perdida" });
    await lose.click();
    await expect(dialog.getByRole("group", { name: "Motivo" })).toHaveAccessibleDescription(/Falta el motivo\./);
    // A refusal is seen, also in a dialog that is longer than the screen.
    await expect(dialog.getByText("Falta el motivo.")).toBeInViewport({ ratio: 1 });
    await dialog.getByRole("radio", { name: "Competencia" }).check();
    await lose.click();
    await expect(dialog.getByLabel("Competidor")).toHaveAccessibleDescription(/¿Qué competidor se la ha llevado\?/);
    // What was chosen is still there.
    await expect(dialog.getByRole("radio", { name: "Competencia" })).toBeChecked();
    await dialog.getByLabel("Competidor").fill("Gestoría Llop");
    await dialog.getByLabel("Nota").fill("Bajaron a la mitad.");
    const answer = answered(page);
    await lose.click();
    await expect(dialog).toHaveCount(0);
    await expect(ticket(page, "Talleres Ronda")).toHaveCount(0);
    await answer;
    await expect(toast(page)).toContainText("Talleres Ronda pasó a Perdida");
    const { closed, stage } = await firm.board();
    const account = closed.find((card) => card.stage === stage.lost.id && card.name === "Talleres Ronda");
    expect(account).toBeTruthy();

    await page.goto(`/accounts?q=Talleres Ronda`);
    await page.getByRole("link", { name: "Talleres Ronda", exact: true }).click();
    await expect(page.getByRole("region", { name: "Historia" }).getByRole("listitem").first()).toContainText(
        /Perdida: Auditoría, el \d\d\/\d\d\/\d{4}\. Motivo: Competencia \(Gestoría Llop\); estaba en Calificación y análisis\. Bajaron a la mitad\./,
    );
});

test("a win asks for the final amount and the day, and can be undone", async ({ page, firm, isMobile }) => {
    await firm.lay([{ account: "Talleres Ronda", title: "Nóminas", amount: "5.000" }]);
    const before = await firm.board();
    const won = before.closed.filter((card) => card.stage === before.stage.won.id).length;
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ganada");
    const dialog = page.getByRole("dialog", { name: "¿Cómo ha quedado?" });
    await expect(dialog.getByLabel("Importe final")).toHaveValue("5.000,00");
    await expect(dialog.getByLabel("Fecha de la venta")).toHaveValue(before.today);
    const win = dialog.getByRole("button", { name: "Marcar como ganada" });
    // An amount that was taken away is not the one that was known.
    await dialog.getByLabel("Importe final").fill("");
    await win.click();
    await expect(dialog.getByLabel("Importe final")).toHaveAccessibleDescription(/./);
    await expect(dialog.getByLabel("Importe final")).toHaveAttribute("aria-invalid", "true");
    // A day that has not come is refused by the server; the question comes back with the sentence, and with what was typed.
    await dialog.getByLabel("Importe final").fill("4.800");
    await dialog.getByLabel("Fecha de la venta").fill("2090-01-01");
    await win.click();
    await expect(dialog.getByLabel("Fecha de la venta")).toHaveAccessibleDescription(/Esa fecha todavía no ha llegado\./);
    await expect(dialog.getByLabel("Importe final")).toHaveValue("4.800");
    await dialog.getByLabel("Fecha de la venta").fill(before.today);
    const answer = answered(page);
    await win.click();
    await answer;
    await expect(ticket(page, "Talleres Ronda")).toHaveCount(0);
    const ends = page.getByRole("region", { name: "Ganada, Perdida" });
    // The phone has no room for what has left the board: it shows where to drop a ticket while one is held.
    if (!isMobile) await expect(ends.locator(".dropzone__sub").first()).toHaveText(`${won + 1} este mes`);
    await shot(page, "won", { animations: "allow" });

    const undone = answered(page);
    await toast(page).getByRole("button", { name: "Deshacer" }).click();
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda"]);
    await undone;
    await expect(toast(page)).toContainText("Talleres Ronda vuelve a estar en Calificación y análisis, como antes");
    // An undo is no news to take back; and the amount is what it was, not the final one.
    await expect(toast(page).getByRole("button", { name: "Deshacer" })).toHaveCount(0);
    await expect(ticket(page, "Talleres Ronda")).toContainText("5.000,00 €");
    if (!isMobile) await expect(ends.locator(".dropzone__sub").first()).toHaveText(`${won} este mes`);
    await reload(page);
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda"]);
    await expect(ticket(page, "Talleres Ronda")).toContainText("5.000,00 €");
});

test("the whole of a ticket leads to the opportunity, its button does not", async ({ page, firm }) => {
    const [card] = await firm.lay([{ account: "Talleres Ronda", title: "Nóminas", amount: "5.000" }]);
    await open(page, "/board");
    await menuButton(page, "Talleres Ronda").click();
    await expect(page).toHaveURL("/board");
    await page.keyboard.press("Escape");
    const { x, y } = await ticket(page, "Talleres Ronda").getByText("Nóminas").boundingBox();
    await page.mouse.click(x + 5, y + 5);
    await expect(page).toHaveURL(`/board?card=${card.id}`);
    // From there to the client, and to another stage.
    const panel = page.getByRole("complementary", { name: "Talleres Ronda" });
    await expect(panel.getByRole("link", { name: "Talleres Ronda" })).toHaveAttribute("href", `/accounts/${card.account}`);
    await panel.getByRole("button", { name: "Mover a…" }).click();
    await menu(page, "Talleres Ronda").getByRole("menuitem", { name: "Propuesta" }).click();
    await expect(panel).toContainText("Propuesta");
    await panel.getByRole("link", { name: "Cerrar" }).click();
    await expect(panel).toHaveCount(0);
    await ticket(page, "Talleres Ronda").focus();
    await page.keyboard.press("Control+z");
    await expect(tray(page, qualification)).toContainText("Talleres Ronda");
});

test("what is taken back before the server has answered is taken back after its answer", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", title: "Nóminas", amount: "900" }]);
    await open(page, "/board");
    let answer;
    const asked = new Promise((resolve) => (answer = resolve));
    await page.route("**/move_opportunity", async (route) => {
        await asked;
        await route.continue();
    });
    await choose(page, "Talleres Ronda", "Propuesta");
    await expect(tray(page, "Propuesta")).toContainText("Talleres Ronda");
    await ticket(page, "Talleres Ronda").focus();
    await page.keyboard.press("Control+z");
    answer();
    await expect(tray(page, qualification)).toContainText("Talleres Ronda");
});

test("all that was won this month is one tap away, and each leads to where it is opened again", async ({ page, firm, isMobile }) => {
    const [card] = await firm.lay([{ account: "Talleres Ronda", amount: "100" }]);
    const board = await firm.board();
    await firm.move(card, board.stage.won, { closed_on: board.today });
    await open(page, "/board");
    const ends = page.getByRole("region", { name: "Ganada, Perdida" });
    // The phone has no room for what has left the board.
    if (isMobile) return expect(ends).toBeHidden();
    const all = ends.getByRole("button", { name: "este mes" }).first();
    await all.click();
    const list = page.getByRole("dialog", { name: "Ganada" });
    await expect(list.getByRole("link", { name: "Talleres Ronda" })).toHaveAttribute("href", /\/opportunities\/[0-9a-f]+\/move/);
    await checkTargets(page);
    await shot(page, "won-all");
    await page.keyboard.press("Escape");
    await expect(list).toHaveCount(0);
    await expect(all).toBeFocused();
});
