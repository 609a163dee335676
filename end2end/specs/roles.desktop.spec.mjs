// What each role may see and do: the server decides, and the pages say it in words.
import { answered, choose, clients, ticket, toast } from "../board.mjs";
import { checkA11y, expect, open, shot, demo as test } from "../fixtures.mjs";

const FORBIDDEN = "Esta página no es de tu puesto";
const nav = (page) => page.getByRole("navigation", { name: "Principal" });

async function signIn(page, who) {
    await open(page, "/sign-in");
    await page.getByLabel("Correo").fill(`${who}@marquesroig.example`);
    await page.getByLabel("Contraseña").fill("demo clientela 2026");
    await page.getByRole("button", { name: "Entrar" }).click();
    await expect(page).not.toHaveURL(/sign-in/);
}

async function enter(page, person, path) {
    await page.context().addCookies((await person.state()).cookies);
    return open(page, path);
}

test("marketing sees the board and changes nothing on it", async ({ page, as, complaints }) => {
    const sonia = await as("sonia");
    const before = await sonia.board();
    await enter(page, sonia, "/board");
    await expect(page.getByRole("listitem").locator(".ticket__account").first()).toBeVisible();
    await expect(page.getByRole("link", { name: "Oportunidad", exact: true })).toHaveCount(0);
    await expect(page.getByRole("link", { name: /^Nueva oportunidad/ })).toHaveCount(0);

    // Nothing is offered that would be refused: no menu, and no ticket that comes off the board.
    await expect(page.getByRole("button", { name: /^Mover o más acciones/ })).toHaveCount(0);
    const first = page.locator(".ticket").first();
    const lies = await first.boundingBox();
    await page.mouse.move(lies.x + 20, lies.y + lies.height - 10);
    await page.mouse.down();
    await page.mouse.move(lies.x + 400, lies.y + 60, { steps: 5 });
    await expect(page.locator("[data-dragging]")).toHaveCount(0);
    await page.mouse.up();
    expect((await sonia.board()).cards).toEqual(before.cards);

    complaints.expect(/status of 403.*opportunities/);
    for (const path of [`/opportunities/${before.cards[0].id}/move`, "/opportunities/new"]) {
        expect((await open(page, path)).status()).toBe(403);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(FORBIDDEN);
    }
});

test("what a hand-made request asks for is refused as well", async ({ as }) => {
    const [sonia, ines, marc] = [await as("sonia"), await as("ines"), await as("marc")];
    const board = await marc.board();
    const [card] = board.cards;
    await expect(sonia.move(card, board.stage.lost, { loss_reason: "price" })).rejects.toThrow(/Forbidden/);
    await expect(sonia.create(board, { account: "Nueva" })).rejects.toThrow(/Forbidden/);
    await expect(ines.board()).rejects.toThrow(/Forbidden/);
    // What may not be seen does not exist.
    await expect(ines.move(card, board.stage.lost, { loss_reason: "price" })).rejects.toThrow(/NotFound/);
    await expect(ines.call("pipeline/api/load_opportunity", { opportunity: card.id })).rejects.toThrow(/NotFound/);
    expect((await marc.board()).cards).toEqual(board.cards);
});

test("reception has accounts and no opportunities", async ({ page, as, complaints }) => {
    const ines = await as("ines");
    complaints.expect(/status of 403.*board/);
    const answer = await enter(page, ines, "/board");
    expect(answer.status()).toBe(403);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(FORBIDDEN);
    await expect(nav(page).getByRole("link", { name: "Embudo" })).toHaveCount(0);
    await checkA11y(page);
    await shot(page, "forbidden");
    await nav(page).getByRole("link", { name: "Cuentas" }).click();
    await page.getByRole("rowheader").getByRole("link").first().click();
    await expect(page.getByRole("region", { name: "Historia" })).toBeVisible();
    await expect(page.getByRole("main").getByText("€")).toHaveCount(0);
});

test("everybody arrives at a page of his or her own", async ({ page }) => {
    await signIn(page, "ines");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cuentas");
    // And no link of the page leads where reception may not go.
    await expect(page.getByRole("link", { name: "Clientela, inicio" })).not.toHaveAttribute("href", "/board");
});

test("a zone's salesperson sees the zone, and nothing of another", async ({ page, as, complaints }) => {
    const [josep, lucia] = [await as("josep"), await as("lucia")];
    const mine = (await josep.board()).cards;
    const hers = (await lucia.board()).cards;
    expect(mine.length).toBeGreaterThan(0);
    expect(hers.length).toBeGreaterThan(0);
    expect(hers.filter(({ id }) => mine.some((card) => card.id === id))).toEqual([]);
    await enter(page, josep, "/board?all=1");
    const shown = await page.getByRole("list").locator(".ticket").count();
    expect(shown).toBe(mine.length);
    complaints.expect(/status of 404/);
    for (const path of [`/opportunities/${hers[0].id}/move`, `/accounts/${hers[0].account}`]) {
        const answer = await open(page, path);
        expect(answer.status()).toBe(404);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aquí no hay nada");
    }
});

test("a zone's salesperson moves what is in the zone", async ({ page, as }) => {
    const nerea = await as("nerea");
    const board = await nerea.board();
    const card = board.cards.find(({ stage, account_name }) => stage === board.stage.qualification.id && account_name);
    await enter(page, nerea, "/board");
    const answer = answered(page);
    await choose(page, card.account_name, "Abajo de la columna");
    await answer;
    await expect(clients(page, "Calificación y análisis").last()).toHaveText(card.account_name);
    await expect(toast(page).getByRole("alert")).toHaveCount(0);
    await expect(ticket(page, card.account_name)).toBeVisible();
});
