// Dragging with a mouse.
import { STAGES, answered, clients, end, expectTally, ticket, toast, tray } from "../board.mjs";
import { expect, open, reload, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, proposal } = STAGES;

const middle = async (locator) => {
    const box = await locator.boundingBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, ...{ top: box.y, bottom: box.y + box.height } };
};

// Takes a ticket and holds it over a point.
async function hold(page, account, { x, y }) {
    const from = await middle(ticket(page, account));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.move(x, y, { steps: 6 });
}

// Takes a ticket to the lower or upper edge of another, which makes room meanwhile: aimed at twice, as a hand does.
async function holdBeside(page, account, other, edge) {
    const aim = async () => {
        const { x, top, bottom } = await middle(ticket(page, other));
        return { x, y: edge === "below" ? bottom - 5 : top + 5 };
    };
    await hold(page, account, await aim());
    for (let again = 0; again < 2; again++) {
        const { x, y } = await aim();
        await page.mouse.move(x, y, { steps: 3 });
    }
}

const held = (page) => page.locator(".ticket[data-dragging]");
const slots = (page) => page.locator(".slot");

test("four pixels are a click, five lift the ticket", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", amount: "100" }]);
    await open(page, "/board");
    const { x, y } = await middle(ticket(page, "Talleres Ronda"));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 4, y);
    await expect(held(page)).toHaveCount(0);
    await page.mouse.move(x + 5, y);
    await expect(held(page)).toBeVisible();
    await page.mouse.up();
    await expect(held(page)).toHaveCount(0);
    // The end of a drag is not a click on the ticket.
    await expect(page).toHaveURL("/board");
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 3, y);
    await page.mouse.up();
    await expect(page).toHaveURL(/\?card=/);
});

test("a ticket falls where its line shows, and stays there", async ({ page, firm, elsewhere }) => {
    await firm.lay([
        { account: "Viajera", amount: "1.000" },
        { account: "Quieta", amount: "500" },
        { account: "Alta", amount: "10", stage: "proposal" },
        { account: "Media", amount: "20", stage: "proposal" },
        { account: "Baja", amount: "30", stage: "proposal" },
    ]);
    const other = await elsewhere(await firm.state());
    await open(other, "/board");
    await open(page, "/board");
    await holdBeside(page, "Viajera", "Media", "below");
    // The line stands between Media and Baja; the place it left is still drawn, and the column says what it would have.
    await expect(slots(page)).toHaveCount(1);
    const slot = await middle(slots(page));
    expect(slot.top).toBeGreaterThan((await middle(ticket(page, "Media"))).bottom - 1);
    expect(slot.bottom).toBeLessThan((await middle(ticket(page, "Baja"))).top + 1);
    await expect(page.locator(".ticket[data-lifted]")).toHaveCount(1);
    await expect(tray(page, proposal).getByRole("heading")).toHaveText("Propuesta3+1");
    await expect(tray(page, proposal).locator(".tray__sum")).toHaveText("1.060,00 €+500,00 € ponderado");
    await shot(page, "dragging");
    const answer = answered(page);
    await page.mouse.up();
    await expect(clients(page, proposal)).toHaveText(["Alta", "Media", "Viajera", "Baja"]);
    await expect(slots(page)).toHaveCount(0);
    await expectTally(page, proposal, { count: 4, sum: "1.060,00 €", weighted: "530,00 €" });
    await expectTally(page, qualification, { count: 1, sum: "500,00 €", weighted: "100,00 €" });
    await expect(toast(page)).toContainText("Viajera pasó a Propuesta");
    await answer;
    await reload(page);
    await expect(clients(page, proposal)).toHaveText(["Alta", "Media", "Viajera", "Baja"]);
    await reload(other);
    await expect(clients(other, proposal)).toHaveText(["Alta", "Media", "Viajera", "Baja"]);
});

test("the order of a column is changed by dragging within it", async ({ page, firm }) => {
    await firm.lay([{ account: "Uno" }, { account: "Dos" }, { account: "Tres" }, { account: "Cuatro" }]);
    await open(page, "/board");
    let answer = answered(page);
    await holdBeside(page, "Uno", "Tres", "below");
    await page.mouse.up();
    await expect(clients(page, qualification)).toHaveText(["Dos", "Tres", "Uno", "Cuatro"]);
    await answer;
    answer = answered(page);
    await holdBeside(page, "Cuatro", "Dos", "above");
    await page.mouse.up();
    await expect(clients(page, qualification)).toHaveText(["Cuatro", "Dos", "Tres", "Uno"]);
    await answer;
    await reload(page);
    await expect(clients(page, qualification)).toHaveText(["Cuatro", "Dos", "Tres", "Uno"]);
    // An order is no news.
    await expect(toast(page).getByRole("button", { name: "Deshacer" })).toHaveCount(0);
});

test("Escape in the middle puts it back, and so does letting go outside", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", amount: "100" }]);
    await open(page, "/board");
    await hold(page, "Talleres Ronda", await middle(tray(page, proposal)));
    await expect(slots(page)).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(held(page)).toHaveCount(0);
    await expect(slots(page)).toHaveCount(0);
    await page.mouse.up();
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda"]);
    await hold(page, "Talleres Ronda", { x: 700, y: 20 });
    await page.mouse.up();
    await expect(held(page)).toHaveCount(0);
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda"]);
    expect((await firm.board()).cards[0].revision).toBe(1);
});

test("dropped without its amount, the question comes first", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda" }, { account: "Fija", amount: "50", stage: "proposal" }]);
    await open(page, "/board");
    const fixed = await middle(ticket(page, "Fija"));
    await hold(page, "Talleres Ronda", { x: fixed.x, y: fixed.bottom + 40 });
    await page.mouse.up();
    const dialog = page.getByRole("dialog", { name: "Falta un dato" });
    await dialog.getByLabel("Importe").fill("1.500");
    const answer = answered(page);
    await dialog.getByRole("button", { name: "Guardar y mover" }).click();
    // Not at the top: where it was dropped.
    await expect(clients(page, proposal)).toHaveText(["Fija", "Talleres Ronda"]);
    await answer;
    await reload(page);
    await expect(clients(page, proposal)).toHaveText(["Fija", "Talleres Ronda"]);
    await expectTally(page, proposal, { count: 2, sum: "1.550,00 €", weighted: "775,00 €" });
});

test("dropped on Perdida it asks why, on Ganada how", async ({ page, firm }) => {
    await firm.lay([{ account: "Perdedora", amount: "100" }, { account: "Ganadora", amount: "200" }]);
    await open(page, "/board");
    await hold(page, "Perdedora", await middle(end(page, "Perdida")));
    await expect(end(page, "Perdida")).toHaveAttribute("data-over", "true");
    await page.mouse.up();
    const why = page.getByRole("dialog", { name: "¿Por qué se ha perdido?" });
    await why.getByRole("radio", { name: "Precio", exact: true }).check();
    let answer = answered(page);
    await why.getByRole("button", { name: "Marcar como perdida" }).click();
    await answer;
    await expect(end(page, "Perdida").getByRole("listitem").first()).toContainText("Perdedora");

    await hold(page, "Ganadora", await middle(end(page, "Ganada")));
    await page.mouse.up();
    const how = page.getByRole("dialog", { name: "¿Cómo ha quedado?" });
    await how.getByLabel("Importe final").fill("210,10");
    answer = answered(page);
    await how.getByRole("button", { name: "Marcar como ganada" }).click();
    await answer;
    await expect(end(page, "Ganada").getByRole("listitem").first()).toHaveText("Ganadora210,10 €");
    await reload(page);
    await expect(end(page, "Ganada").getByRole("listitem").first()).toHaveText("Ganadora210,10 €");
    await expect(end(page, "Perdida").getByRole("listitem").first()).toContainText("Perdedora");
});

test("held at the lower edge, a long column comes up to the place", async ({ page, firm }) => {
    await firm.lay(Array.from({ length: 30 }, (_, n) => ({ account: `Cliente ${n}`, amount: "10" })));
    await open(page, "/board");
    const list = tray(page, qualification).locator(".tray__list");
    const lies = await list.boundingBox();
    await hold(page, "Cliente 0", { x: lies.x + 120, y: lies.y + lies.height - 12 });
    const left = () => list.evaluate((list) => Math.round(list.scrollHeight - list.clientHeight - list.scrollTop));
    await expect.poll(left, { timeout: 40_000 }).toBeLessThanOrEqual(1);
    const answer = answered(page);
    await page.mouse.up();
    await answer;
    const names = async () => (await firm.board()).cards.map((card) => card.account_name);
    const order = await names();
    expect(order.indexOf("Cliente 0")).toBeGreaterThanOrEqual(28);
    await expect(clients(page, qualification).last()).toHaveText(order.at(-1));
});

test("a window that loses the focus puts it back", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", amount: "100" }]);
    await open(page, "/board");
    await hold(page, "Talleres Ronda", await middle(tray(page, proposal)));
    await page.evaluate(() => window.dispatchEvent(new Event("blur")));
    await expect(held(page)).toHaveCount(0);
    await page.mouse.up();
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda"]);
});
