// Moves at random, by every way and by two people at once, end with the page, the database and the totals in agreement.
// CLIENTELA_MOVES=1000 makes it a thousand.
import { agree, dice, play } from "../random.mjs";
import { expect, open, reload, signedIn as test } from "../fixtures.mjs";

const moves = Number(process.env.CLIENTELA_MOVES ?? 160);

const patience = 60_000 + moves * 3_000;

const cards = Array.from({ length: 12 }, (_, n) => ({
    account: `Cliente ${n}`,
    amount: `${(n + 1) * 137},5`,
    closeOn: "2027-06-30",
    stage: ["qualification", "proposal", "negotiation"][n % 3],
}));

// Every ticket is drawn, so that all of a column can be compared.
test.use({ viewport: { width: 1440, height: 2200 }, hasTouch: true });

test("of one person", async ({ page, firm }) => {
    test.setTimeout(patience);
    await firm.lay(cards);
    await open(page, "/board");
    await play(page, dice(20261122), moves / 2, ["mouse", "touch", "keyboard", "menu", "undo"]);
    await agree(page, firm);
    await reload(page);
    await agree(page, firm);
});

test("of two people at the same time", async ({ page, firm, elsewhere }) => {
    test.setTimeout(patience);
    await firm.lay(cards);
    const other = await elsewhere(await firm.state());
    await other.setViewportSize({ width: 1440, height: 2200 });
    await Promise.all([open(page, "/board"), open(other, "/board")]);
    await Promise.all([
        play(page, dice(1), moves / 4, ["mouse", "touch", "keyboard", "menu"]),
        play(other, dice(2), moves / 4, ["mouse", "touch", "keyboard", "menu"]),
    ]);
    await agree(page, firm);
    await agree(other, firm);
    expect((await firm.board()).cards.length).toBe(cards.length);
});
