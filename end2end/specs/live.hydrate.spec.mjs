// The board alive: what others do appears by itself, and who else looks is said.
import { STAGES, choose, clients, expectTally } from "../board.mjs";
import { checkA11y, expect, open, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, proposal } = STAGES;

test("what another does appears without a reload", async ({ page, firm, elsewhere }) => {
    // Two browsers, and a look at the whole page with axe.
    test.slow();
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
