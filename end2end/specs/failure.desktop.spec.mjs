// What fails around a gesture: the program dies, the network is slow, an answer is lost, a right is taken away.
import { STAGES, answered, choose, clients, expectTally, ticket, toast, tray } from "../board.mjs";
import { demo, expect, open, reload, shot, signedIn } from "../fixtures.mjs";
import { Person } from "../firm.mjs";
import { freshData, run, start } from "../server.mjs";

const { qualification, proposal, negotiation } = STAGES;
const MOVE = "**/move_opportunity";
const held = (page) => page.locator(".ticket[data-dragging]");
const deaf = (page) => page.getByText("Sin conexión");

// A program that can be killed and started again where it was.
const test = signedIn.extend({
    server: [
        async ({}, use, worker) => {
            const [name, data] = [`mortal-${worker.workerIndex}`, freshData()];
            let now = await start(["serve"], name, data);
            const server = { url: now.url, data, log: () => now.log(), kill: () => now.kill() };
            server.revive = async () => (now = await start(["serve"], name, data, new URL(server.url).port));
            await use(server);
            await now.stop();
        },
        { scope: "worker", timeout: 120_000 },
    ],
});

// Takes a ticket over a column, and does not let go.
async function hold(page, account, stage) {
    const from = await ticket(page, account).boundingBox();
    const to = await tray(page, stage).boundingBox();
    await page.mouse.move(from.x + 60, from.y + 25);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + 250, { steps: 6 });
    await expect(held(page)).toBeVisible();
    await expect(tray(page, stage)).toHaveAttribute("data-over", "true");
}

async function drag(page, account, stage) {
    await hold(page, account, stage);
    await page.mouse.up();
}

// What the history of a ticket tells of moves, the newest first.
async function history(page, account) {
    await choose(page, account, "Ver y editar");
    const entries = page.getByRole("complementary", { name: account }).getByRole("listitem");
    await expect(entries.first()).toBeVisible();
    const said = await entries.allInnerTexts();
    await page.keyboard.press("Escape");
    return said.filter((text) => text.includes("pasó a") || text.includes(" a Propuesta"));
}

const revisions = async (firm) => Object.fromEntries((await firm.board()).cards.map((card) => [card.account_name, card.revision]));

test("the program dies with a card in the hand: it returns, says so, and catches up when the program is back", async ({ page, firm, server, complaints }) => {
    complaints.expect(/ERR_CONNECTION_REFUSED.*move_opportunity|move_opportunity.*ERR_CONNECTION_REFUSED/, /\/live/);
    test.slow();
    const [, other] = await firm.lay([
        { account: "Talleres Ronda", amount: "100" },
        { account: "Clínica Albors", amount: "300" },
    ]);
    await open(page, "/board");
    await hold(page, "Talleres Ronda", proposal);
    await server.kill();
    await page.mouse.up();
    await expect(toast(page).getByRole("alert").locator("p")).toHaveText(
        "Talleres Ronda: No hay conexión con Clientela. La tarjeta ha vuelto a su sitio; cuando la haya, comprueba si se guardó.",
    );
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda", "Clínica Albors"]);
    await expectTally(page, qualification, { count: 2, sum: "400,00 €", weighted: "80,00 €" });
    await expect(deaf(page)).toBeVisible();
    await shot(page, "program-gone");

    await server.revive();
    await firm.move(other, (await firm.board()).stage.negotiation, { close_on: "2027-03-01" });
    await expect(clients(page, negotiation)).toHaveText(["Clínica Albors"], { timeout: 40_000 });
    await expect(deaf(page)).toHaveCount(0);
    // What was on the disk is all there, and the same again works without a reload.
    expect(await revisions(firm)).toEqual({ "Talleres Ronda": 1, "Clínica Albors": 2 });
    const answer = answered(page);
    await drag(page, "Talleres Ronda", proposal);
    await answer;
    await expect(clients(page, proposal)).toHaveText(["Talleres Ronda"]);
    expect(await revisions(firm)).toEqual({ "Talleres Ronda": 2, "Clínica Albors": 2 });
});

test("a network that takes its time: a ticket is where it was dropped at once, and the last wish wins", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", amount: "100", closeOn: "2027-03-01" }, { account: "Clínica Albors", amount: "300" }]);
    await open(page, "/board");
    // Every question to the server is on its way until it is told to arrive.
    let [asked, arrive] = [0, undefined];
    const way = new Promise((done) => (arrive = done));
    await page.route("**/api/clientela/**", async (route) => {
        asked += 1;
        await way;
        await route.continue();
    });
    const answer = answered(page);
    await drag(page, "Talleres Ronda", proposal);
    await expect(clients(page, proposal)).toHaveText(["Talleres Ronda"]);
    await drag(page, "Talleres Ronda", negotiation);
    await expect(clients(page, negotiation)).toHaveText(["Talleres Ronda"]);
    await drag(page, "Clínica Albors", proposal);
    await expect(clients(page, proposal)).toHaveText(["Clínica Albors"]);
    await expectTally(page, negotiation, { count: 1, sum: "100,00 €", weighted: "80,00 €" });
    await expectTally(page, qualification, { count: 0, sum: "0,00 €", weighted: "0,00 €" });
    expect(asked, "one question for each of the two: the second move waits for the first").toBe(2);
    arrive();
    await answer;
    // The answer to the first move does not take the ticket back.
    await expect.poll(() => revisions(firm)).toEqual({ "Talleres Ronda": 3, "Clínica Albors": 2 });
    await expect(clients(page, negotiation)).toHaveText(["Talleres Ronda"]);
    await expect(toast(page).getByRole("alert")).toHaveCount(0);
    await page.unroute("**/api/clientela/**");
    await reload(page);
    await expect(clients(page, negotiation)).toHaveText(["Talleres Ronda"]);
    await expect(clients(page, proposal)).toHaveText(["Clínica Albors"]);
});

test("the answer is lost: asked again under the same operation, it is done and told once", async ({ page, firm, complaints }) => {
    complaints.expect(/ERR_CONNECTION_RESET/);
    await firm.lay([{ account: "Talleres Ronda", amount: "100" }]);
    await open(page, "/board");
    const bodies = [];
    await page.route(MOVE, async (route) => {
        bodies.push(route.request().postData());
        if (bodies.length > 1) return route.continue();
        // Done by the program, and then the line is cut.
        await route.fetch();
        await route.abort("connectionreset");
    });
    await drag(page, "Talleres Ronda", proposal);
    await expect.poll(() => bodies.length).toBe(2);
    expect(bodies[1]).toBe(bodies[0]);
    await expect(toast(page)).toContainText("pasó a Propuesta");
    await expect(toast(page).getByRole("alert")).toHaveCount(0);
    await expect(clients(page, proposal)).toHaveText(["Talleres Ronda"]);
    expect(await revisions(firm)).toEqual({ "Talleres Ronda": 2 });
    expect(await history(page, "Talleres Ronda")).toHaveLength(1);
});

test("the same question delivered five times at once moves once", async ({ page, firm }) => {
    const [card] = await firm.lay([{ account: "Talleres Ronda", amount: "100" }]);
    await open(page, "/board");
    const asked = page.waitForRequest(MOVE);
    const first = answered(page);
    await drag(page, "Talleres Ronda", proposal);
    const body = JSON.parse((await asked).postData());
    const said = await (await first).json();
    const answers = await Promise.all(Array.from({ length: 5 }, () => firm.call("pipeline/api/move_opportunity", body)));
    for (const answer of answers) expect(answer).toEqual(said);
    expect(await revisions(firm)).toEqual({ "Talleres Ronda": card.revision + 1 });
    await expect(clients(page, proposal)).toHaveText(["Talleres Ronda"]);
    expect(await history(page, "Talleres Ronda")).toHaveLength(1);
});

test("signed out from another device: the board gives way to the door, and shows nothing of what comes after", async ({ page, firm }) => {
    test.slow();
    const [card] = await firm.lay([{ account: "Talleres Ronda", amount: "100" }]);
    await open(page, "/board");
    const other = await new Person(firm.site, firm.email).signIn();
    await other.post("team/api/sign_out_everywhere", {});
    await expect(page).toHaveURL("/sign-in?next=/board", { timeout: 40_000 });
    await expect(page.getByText("Talleres Ronda")).toHaveCount(0);
    // What one does somewhere else afterwards is not heard here any more.
    await firm.signIn();
    await firm.move(card, (await firm.board()).stage.proposal);
    expect((await page.request.get("/live?since=0", { maxRedirects: 0 })).status()).toBe(401);
});

test("a new password in the terminal while the board is open ends what it shows", async ({ page, firm, server, complaints }) => {
    complaints.expect(/\/live/, /status of 401.*load_board/);
    test.slow();
    await firm.lay([{ account: "Talleres Ronda", amount: "100" }]);
    await open(page, "/board");
    await server.kill();
    const { code, output } = await run(["password", firm.email], server.data);
    expect(code, output).toBe(0);
    await server.revive();
    await expect(page).toHaveURL("/sign-in?next=/board", { timeout: 40_000 });
    await expect(page.getByText("Talleres Ronda")).toHaveCount(0);
    firm.password = output.match(/ es (\S+)\.$/m)[1];
    await firm.signIn();
    expect((await firm.board()).cards).toHaveLength(1);
});

demo("taken away from whoever holds it in the hand: it is not moved, the reason is said, and it is gone", async ({ page, as, complaints }) => {
    complaints.expect(/status of 404.*move_opportunity/);
    const [nerea, raul] = [await as("nerea"), await as("raul")];
    // Lent to a salesperson, and asked back.
    await raul.create(await raul.board(), { account: "Prestada", amount: "100" });
    const { owners, cards } = await raul.board();
    const [made] = cards.filter(({ account_name }) => account_name === "Prestada");
    const [id] = owners.find(([, name]) => name === "Nerea Olmos");
    const { moved: lent } = await raul.edit(made, { owner: id });
    await page.context().addCookies((await nerea.state()).cookies);
    await open(page, "/board");
    await hold(page, "Prestada", proposal);
    const { moved } = await raul.edit({ ...lent.card }, { owner: null });
    await page.mouse.up();
    await expect(toast(page).getByRole("alert")).toHaveText("Prestada: Ya no está, o no puedes verlo.");
    await expect(ticket(page, "Prestada")).toHaveCount(0);
    expect((await nerea.board()).cards.map(({ id }) => id)).not.toContain(made.id);
    expect((await raul.board()).cards.find(({ id }) => id === made.id)).toMatchObject({ stage: made.stage, revision: moved.card.revision });
});
