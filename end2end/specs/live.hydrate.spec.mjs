// The board alive: what others do appears by itself, and who else looks is said.
import { STAGES, answered, choose, clients, expectTally, ticket, tray } from "../board.mjs";
import { checkA11y, expect, open, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, proposal } = STAGES;

test("what another does appears without a reload, and who is there is said", async ({ page, firm, elsewhere }) => {
    await firm.lay([
        { account: "Talleres Ronda", amount: "12.450" },
        { account: "Clínica Albors", amount: "3.860,25" },
    ]);
    const other = await elsewhere(await firm.state());
    await open(page, "/board");
    await open(other, "/board");
    await choose(other, "Talleres Ronda", proposal);
    await expect(clients(page, proposal)).toHaveText(["Talleres Ronda"]);
    await expectTally(page, proposal, { count: 1, sum: "12.450,00 €", weighted: "6.225,00 €" });
    await expectTally(page, qualification, { count: 1, sum: "3.860,25 €", weighted: "772,05 €" });
    // What oneself does is taken back by oneself only.
    await expect(page.locator(".toast")).toHaveCount(0);

    const board = await firm.board();
    await firm.create(board, { account: "Hermanos Peña", amount: "900" });
    await expect(clients(page, qualification)).toHaveText(["Hermanos Peña", "Clínica Albors"]);
    await checkA11y(page);
});

test("a card that another moves while it is in the hand is not lost to either", async ({ page, firm }) => {
    test.skip(test.info().project.name === "phone", "the mouse is the desktop's; fingers have drag.touch.spec.mjs");
    const [card] = await firm.lay([
        { account: "Talleres Ronda", amount: "12.450" },
        { account: "Clínica Albors", amount: "3.860,25" },
    ]);
    await open(page, "/board");
    const from = await ticket(page, "Clínica Albors").boundingBox();
    await page.mouse.move(from.x + 40, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 40, { steps: 4 });
    await expect(page.locator(".ticket[data-dragging]")).toBeVisible();
    const board = await firm.board();
    await firm.move(card, board.stage.negotiation, { close_on: "2027-01-31" });
    // In the hand nothing changes under it.
    await expect(clients(page, STAGES.negotiation)).toHaveCount(0);
    const to = await tray(page, proposal).boundingBox();
    const answer = answered(page);
    await page.mouse.move(to.x + to.width / 2, to.y + 200, { steps: 6 });
    await page.mouse.up();
    await answer;
    await expect(clients(page, proposal)).toHaveText(["Clínica Albors"]);
    await expect(clients(page, STAGES.negotiation)).toHaveText(["Talleres Ronda"]);
    await expect(clients(page, qualification)).toHaveCount(0);
});

test("a lost connection is said, and what was missed appears when it is back", async ({ page, context, firm, complaints }) => {
    complaints.expect(/ERR_INTERNET_DISCONNECTED/);
    const [card] = await firm.lay([{ account: "Talleres Ronda", amount: "12.450" }]);
    await open(page, "/board");
    await expect(page.getByText("Sin conexión")).toHaveCount(0);
    await context.setOffline(true);
    await page.evaluate(() => fetch("/health").catch(() => {}));
    await firm.move(card, (await firm.board()).stage.proposal);
    await context.setOffline(false);
    await expect(clients(page, proposal)).toHaveText(["Talleres Ronda"]);
    await shot(page, "live");
});
