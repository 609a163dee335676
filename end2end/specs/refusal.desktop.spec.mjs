// When the server says no, or says nothing: the card goes back, the reason is said, nothing has changed.
import { STAGES, answered, choose, clients, expectTally, menuButton, toast } from "../board.mjs";
import { expect, open, reload, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, proposal, negotiation } = STAGES;
const [MOVE, EDIT] = ["**/move_opportunity*", "**/edit_opportunity*"];

// A page that hears nothing of the others: only so can it act on what is not current any more.
const deafen = (page) => page.route(/\/live\?/, () => {});

// Answers as `answer` says, but only when told to.
async function intercept(page, answer) {
    let tell;
    const told = new Promise((resolve) => (tell = resolve));
    const asked = page.waitForRequest(MOVE);
    await page.route(MOVE, async (route) => {
        await told;
        await answer(route);
    });
    return { asked, answer: tell };
}

const refusing = (body) => (route) =>
    route.fulfill({ status: 500, headers: { serverfnerror: new URL(route.request().url()).pathname }, contentType: "application/json", body });

const cases = [
    ["the database does not answer", refusing('"Unavailable"'), "La base de datos no ha respondido. No se ha guardado nada; inténtalo de nuevo.", /status of 500.*move_opportunity/],
    ["something in between answers nonsense", (route) => route.fulfill({ status: 500, body: "<h1>Bad gateway</h1>" }), "No hay conexión con Clientela. La tarjeta ha vuelto a su sitio; cuando la haya, comprueba si se guardó.", /status of 500.*move_opportunity/],
    ["the connection breaks", (route) => route.abort("connectionreset"), "No hay conexión con Clientela. La tarjeta ha vuelto a su sitio; cuando la haya, comprueba si se guardó.", /ERR_CONNECTION_RESET/],
    ["the post does not allow it", refusing('"Forbidden"'), "Tu puesto no permite hacer esto.", /status of 500.*move_opportunity/],
    ["it is gone", refusing('"NotFound"'), "Ya no está, o no puedes verlo.", /status of 500.*move_opportunity/],
];

for (const [name, answer, sentence, complaint] of cases) {
    test(`${name}: the card returns and the toast says why`, async ({ page, firm, complaints }) => {
        complaints.expect(complaint);
        await firm.lay([{ account: "Uno" , amount: "1" }, { account: "Talleres Ronda", amount: "100" }, { account: "Tres", amount: "3" }]);
        await open(page, "/board");
        const server = await intercept(page, answer);
        await choose(page, "Talleres Ronda", proposal);
        await server.asked;
        // Moved before the server has said anything.
        await expect(clients(page, proposal)).toHaveText(["Talleres Ronda"]);
        server.answer();
        await expect(clients(page, qualification)).toHaveText(["Uno", "Talleres Ronda", "Tres"]);
        await expectTally(page, qualification, { count: 3, sum: "104,00 €", weighted: "20,80 €" });
        await expectTally(page, proposal, { count: 0, sum: "0,00 €", weighted: "0,00 €" });
        await expect(toast(page).getByRole("alert").locator("p")).toHaveText(`Talleres Ronda: ${sentence}`);
        await expect(toast(page).getByRole("button", { name: "Deshacer" })).toHaveCount(0);
        await shot(page, `refused-${cases.findIndex((it) => it[0] === name)}`);
        await toast(page).getByRole("button", { name: "Cerrar" }).click();
        await expect(toast(page).getByRole("alert")).toHaveCount(0);

        await page.unroute(MOVE);
        await reload(page);
        await expect(clients(page, qualification)).toHaveText(["Uno", "Talleres Ronda", "Tres"]);
        expect((await firm.board()).cards.map((card) => card.revision)).toEqual([1, 1, 1]);
        // And the same again works.
        await choose(page, "Talleres Ronda", proposal);
        await expect(clients(page, proposal)).toHaveText(["Talleres Ronda"]);
    });
}

test("a field that could not be saved is said with its value, and one tap saves it when there is a connection again", async ({ page, firm, complaints }) => {
    complaints.expect(/edit_opportunity/);
    await firm.lay([{ account: "Talleres Ronda", amount: "100" }]);
    await open(page, "/board");
    await choose(page, "Talleres Ronda", "Ver y editar");
    const amount = page.getByLabel("Importe", { exact: true });
    await page.route(EDIT, (route) => route.abort("connectionreset"));
    await amount.fill("250");
    await amount.press("Enter");
    const said = "Talleres Ronda: sin guardar, no hay conexión con Clientela (importe: 250,00 €).";
    await expect(toast(page).getByRole("alert").locator("p")).toHaveText(said);
    await expect(amount).toHaveValue("100,00");
    await shot(page, "unsaved");
    // Without one it is said again.
    await toast(page).getByRole("button", { name: "Volver a intentarlo" }).click();
    await expect(toast(page).getByRole("alert").locator("p")).toHaveText(said);
    await page.unroute(EDIT);
    await toast(page).getByRole("button", { name: "Volver a intentarlo" }).click();
    await expect(toast(page)).toContainText("importe: 250,00 €");
    await expect(toast(page).getByRole("button", { name: "Deshacer" })).toBeVisible();
    await expect(amount).toHaveValue("250,00");
    expect((await firm.board()).cards.map((card) => card.revision)).toEqual([2]);
});

test("a session that has ended: the card returns, and signing in is said to be next", async ({ page, firm, complaints }) => {
    complaints.expect(/status of 401.*move_opportunity/);
    await firm.lay([{ account: "Talleres Ronda", amount: "100" }]);
    await open(page, "/board");
    await page.context().clearCookies();
    await choose(page, "Talleres Ronda", proposal);
    await expect(toast(page).getByRole("alert")).toContainText("Tu sesión ha terminado y esto no se ha guardado. Entra otra vez.");
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda"]);
});

test("somebody moved it first: it jumps to where it is now", async ({ page, firm }) => {
    const [card] = await firm.lay([{ account: "Talleres Ronda", amount: "100", closeOn: "2027-03-01" }]);
    const { stage } = await firm.board();
    await deafen(page);
    await open(page, "/board");
    await firm.move(card, stage.negotiation);
    await choose(page, "Talleres Ronda", proposal);
    await expect(toast(page).getByRole("alert")).toContainText(
        "Otra persona acaba de cambiar Talleres Ronda: ahora está en Negociación y revisión. Mírala y vuelve a moverla si hace falta.",
    );
    await expect(clients(page, negotiation)).toHaveText(["Talleres Ronda"]);
    await expect(clients(page, proposal)).toHaveCount(0);
    await shot(page, "stale");
    // Now it is seen as it is, and can be moved.
    const answer = answered(page);
    await choose(page, "Talleres Ronda", proposal);
    await expect(clients(page, proposal)).toHaveText(["Talleres Ronda"]);
    await answer;
    await reload(page);
    await expect(clients(page, proposal)).toHaveText(["Talleres Ronda"]);
});

test("somebody lost it first: it leaves the board", async ({ page, firm }) => {
    const [card] = await firm.lay([{ account: "Talleres Ronda", amount: "100" }]);
    const { stage } = await firm.board();
    await deafen(page);
    await open(page, "/board");
    await firm.move(card, stage.lost, { loss_reason: "price" });
    await choose(page, "Talleres Ronda", proposal);
    await expect(toast(page).getByRole("alert")).toContainText("Otra persona acaba de cambiar Talleres Ronda: ahora está en Perdida.");
    await expect(menuButton(page, "Talleres Ronda")).toHaveCount(0);
    await expect(page.locator(".dropzone").filter({ hasText: "Perdida" }).getByRole("listitem").first()).toContainText("Talleres Ronda");
});

test("two moves one after the other, faster than the server", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", amount: "100", closeOn: "2027-03-01" }]);
    await open(page, "/board");
    const server = await intercept(page, (route) => route.continue());
    await choose(page, "Talleres Ronda", proposal);
    await server.asked;
    await choose(page, "Talleres Ronda", negotiation);
    server.answer();
    // The last wish wins; nobody else has touched it.
    await expect(clients(page, negotiation)).toHaveText(["Talleres Ronda"]);
    await expect(toast(page).getByRole("alert")).toHaveCount(0);
    await expect.poll(async () => (await firm.board()).cards[0].stage).toBe((await firm.board()).stage.negotiation.id);
    await reload(page);
    await expect(clients(page, negotiation)).toHaveText(["Talleres Ronda"]);
});
