// The board under a finger: a swipe scrolls, a finger that rests lifts, and the edges bring what is out of sight.
import { STAGES, answered, clients, end, expectTally, ticket, tray } from "../board.mjs";
import { fingers, on } from "../fingers.mjs";
import { expect, open, reload, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, negotiation } = STAGES;
const held = (page) => page.locator(".ticket[data-dragging]");
const trays = (page) => page.locator(".trays");

const many = (count) => Array.from({ length: count }, (_, n) => ({ account: `Cliente ${n}`, amount: "100" }));

test("a swipe scrolls a column and lifts nothing", async ({ page, firm }) => {
    await firm.lay(many(20));
    await open(page, "/board");
    const hand = await fingers(page);
    const list = tray(page, qualification).locator(".tray__list");
    const [x, y] = await on(ticket(page, "Cliente 2"));
    await hand.down([x, y]);
    await hand.move([x, y], [x, y - 200]);
    await expect(held(page)).toHaveCount(0);
    await hand.up();
    await expect.poll(() => list.evaluate((list) => list.scrollTop)).toBeGreaterThan(100);
    await expect(page).toHaveURL("/board");
    expect((await firm.board()).cards.every(({ revision }) => revision === 1)).toBe(true);
});

test("a swipe to the side brings the next column", async ({ page, firm, isMobile }) => {
    await firm.lay(many(3));
    await open(page, "/board");
    if (!isMobile) {
        // The tablet shows every column of this pipeline at once.
        expect(await trays(page).evaluate((trays) => trays.scrollWidth - trays.clientWidth)).toBe(0);
        return;
    }
    const hand = await fingers(page);
    const [x, y] = await on(ticket(page, "Cliente 1"));
    await hand.down([x + 150, y]);
    await hand.move([x + 150, y], [x - 60, y]);
    await hand.up();
    await expect.poll(() => trays(page).evaluate((trays) => trays.scrollLeft)).toBeGreaterThan(150);
    await expect(held(page)).toHaveCount(0);
});

test("a finger that rests lifts, and carries from the first column to the last", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", amount: "1.000", closeOn: "2027-03-01" }, { account: "Otra", amount: "5" }]);
    await open(page, "/board");
    const hand = await fingers(page);
    const from = await on(ticket(page, "Talleres Ronda"));
    await hand.down(from);
    await expect(held(page)).toContainText("Talleres Ronda");
    // Held at the right edge until the last column has come (on the tablet it is there already).
    const edge = [page.viewportSize().width - 40, from[1] + 20];
    await hand.move(from, edge);
    await expect(tray(page, negotiation)).toHaveAttribute("data-over", "true");
    await shot(page, "carried");
    const answer = answered(page);
    await hand.up();
    await answer;
    await expect(clients(page, negotiation)).toHaveText(["Talleres Ronda"]);
    await expectTally(page, negotiation, { count: 1, sum: "1.000,00 €", weighted: "800,00 €" });
    await expect(page).toHaveURL("/board");
    await reload(page);
    await expect(clients(page, negotiation)).toHaveText(["Talleres Ronda"]);
});

test("a finger that rests and lets go has done nothing", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", amount: "100" }]);
    await open(page, "/board");
    const hand = await fingers(page);
    await hand.down(await on(ticket(page, "Talleres Ronda")));
    await expect(held(page)).toHaveCount(1);
    await hand.up();
    await expect(held(page)).toHaveCount(0);
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda"]);
    await expect(page).toHaveURL("/board");
});

test("a second finger puts it back", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", amount: "100" }]);
    await open(page, "/board");
    const hand = await fingers(page);
    const from = await on(ticket(page, "Talleres Ronda"));
    await hand.down(from);
    await expect(held(page)).toHaveCount(1);
    await hand.down(from, [from[0] + 40, from[1] + 200]);
    await expect(held(page)).toHaveCount(0);
    await hand.up();
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda"]);
    expect((await firm.board()).cards[0].revision).toBe(1);
});

test("dropped on Perdida it asks why", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", amount: "100" }]);
    await open(page, "/board");
    const hand = await fingers(page);
    const from = await on(ticket(page, "Talleres Ronda"));
    await hand.down(from);
    await expect(held(page)).toHaveCount(1);
    const zone = await end(page, "Perdida").boundingBox();
    await hand.move(from, [zone.x + zone.width / 2, zone.y + zone.height / 2]);
    await expect(end(page, "Perdida")).toHaveAttribute("data-over", "true");
    await hand.up();
    await expect(page.getByRole("dialog", { name: "¿Por qué se ha perdido?" })).toBeVisible();
});

test("it stays in the hand when its column has scrolled it out of the page", async ({ page, firm }) => {
    await firm.lay(many(40));
    await open(page, "/board");
    const hand = await fingers(page);
    const list = tray(page, qualification).locator(".tray__list");
    const from = await on(ticket(page, "Cliente 0"));
    await hand.down(from);
    await expect(held(page)).toHaveCount(1);
    const { y, height } = await list.boundingBox();
    const low = [from[0], y + height - 6];
    await hand.move(from, low);
    await expect.poll(() => list.evaluate((list) => list.scrollTop)).toBeGreaterThan(900);
    await expect(page.locator("[data-card]", { hasText: "Cliente 0" })).toHaveCount(0);
    const zone = await end(page, "Perdida").boundingBox();
    await hand.move(low, [zone.x + zone.width / 2, zone.y + zone.height / 2]);
    await expect(end(page, "Perdida")).toHaveAttribute("data-over", "true");
    await hand.up();
    await expect(page.getByRole("dialog", { name: "¿Por qué se ha perdido?" })).toContainText("Cliente 0");
});
