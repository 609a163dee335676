// The board at five widths, under a finger at four of them: swipes, one gesture from the first column to the last, news from
// others meanwhile; and how it looks.
import { STAGES, answered, clients, expectTally, ticket, tray } from "../board.mjs";
import { fingers, on } from "../fingers.mjs";
import { checkA11y, checkReflow, checkTargets, demo, expect, open, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, negotiation } = STAGES;

const widths = [
    { width: 390, height: 844, isMobile: true, hasTouch: true },
    { width: 600, height: 960, isMobile: true, hasTouch: true },
    { width: 820, height: 1180, hasTouch: true },
    { width: 1180, height: 820, hasTouch: true },
    { width: 1440, height: 900 },
];

// How far something is scrolled and how far it could be, in one direction.
const scrolled = (locator, side) => locator.evaluate((it, side) => it[`scroll${side}`], side);
// Waits until it has come to rest: a finger that comes down on what still glides only stops it. A column that snaps into its place
// begins to do so some frames after the finger has gone.
const FRAMES_OF_REST = 20;
const rested = (locator) =>
    expect
        .poll(() =>
            locator.evaluate((it, frames) => {
                const now = () => `${it.scrollLeft} ${it.scrollTop}`;
                const before = now();
                const still = (left, done) =>
                    left === 0 || now() !== before ? done(left === 0) : requestAnimationFrame(() => still(left - 1, done));
                return new Promise((done) => still(frames, done));
            }, FRAMES_OF_REST),
        )
        .toBe(true);
// How far a swipe glides on hangs from how fast the machine was: one swipes back until the beginning is there.
const back = (locator, side, swipe) =>
    expect(async () => {
        await swipe();
        await rested(locator);
        expect(await scrolled(locator, side)).toBeLessThan(20);
    }).toPass();
const reach = (locator) => locator.evaluate((it) => it.scrollWidth - it.clientWidth);
const trays = (page) => page.locator(".trays");
const list = (page, stage) => tray(page, stage).locator(".tray__list");
const held = (page) => page.locator(".ticket[data-dragging]");

// A hand: a finger where there is touch, else a mouse, whose swipe is its wheel.
async function hand(page, hasTouch) {
    if (!hasTouch) {
        return {
            async swipe([x, y], [dx, dy]) {
                await page.mouse.move(x, y);
                await page.mouse.wheel(-dx, -dy);
            },
            async take([x, y]) {
                await page.mouse.move(x, y);
                await page.mouse.down();
                await page.mouse.move(x + 6, y + 6);
            },
            carry: (_, [x, y]) => page.mouse.move(x, y, { steps: 10 }),
            drop: () => page.mouse.up(),
        };
    }
    const finger = await fingers(page);
    return {
        async swipe([x, y], [dx, dy]) {
            // Under way as soon as it is down: on a busy machine a finger that waits for the answer has rested long enough to lift.
            const down = finger.down([x, y]);
            await finger.move([x, y], [x + dx, y + dy]);
            await down;
            await expect(held(page)).toHaveCount(0);
            await finger.up();
        },
        take: (at) => finger.down(at),
        carry: (from, to) => finger.move(from, to),
        drop: () => finger.up(),
    };
}

// Resolves when the page has heard news of others.
async function news(page) {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Network.enable");
    return { heard: new Promise((done) => cdp.on("Network.eventSourceMessageReceived", ({ eventName }) => eventName === "news" && done())) };
}

for (const { hasTouch = false, isMobile = false, ...viewport } of widths) {
    test.describe(`${viewport.width} wide`, () => {
        test.use({ viewport, hasTouch, isMobile });
        test.slow();

        test("a swipe over the tickets scrolls both ways and lifts nothing", async ({ page, firm }) => {
            await firm.lay(Array.from({ length: 30 }, (_, n) => ({ account: `Cliente ${n}`, amount: "100", stage: n % 2 === 0 ? "qualification" : "proposal" })));
            await open(page, "/board");
            const swiping = await hand(page, hasTouch);
            const at = await on(ticket(page, "Cliente 2"));
            await swiping.swipe(at, [0, -220]);
            await expect.poll(() => scrolled(list(page, qualification), "Top")).toBeGreaterThan(190);
            await rested(list(page, qualification));
            await back(list(page, qualification), "Top", () => swiping.swipe(at, [0, 400]));
            // From 1,180 on every column of this pipeline is in sight.
            expect((await reach(trays(page))) > 0).toBe(viewport.width < 1180);
            if (viewport.width < 1180) {
                const far = viewport.width * 0.65;
                await swiping.swipe([viewport.width * 0.85, at[1]], [-far, 0]);
                await expect.poll(() => scrolled(trays(page), "Left")).toBeGreaterThan(150);
                await rested(trays(page));
                const floor = await trays(page).boundingBox();
                await back(trays(page), "Left", () => swiping.swipe([floor.x + 30, at[1]], [far, 0]));
            }
            await expect(page).toHaveURL("/board");
            expect((await firm.board()).cards.every(({ revision }) => revision === 1)).toBe(true);
        });

        test("one gesture from the first column to the last, and what another does meanwhile waits for its end", async ({ page, firm }) => {
            const [card, other] = await firm.lay([
                { account: "Talleres Ronda", amount: "1.000", closeOn: "2027-03-01" },
                { account: "Clínica Albors", amount: "500", closeOn: "2027-03-01" },
                ...Array.from({ length: 6 }, (_, n) => ({ account: `Cliente ${n}`, amount: "100" })),
            ]);
            await open(page, "/board");
            const { stage } = await firm.board();
            const holding = await hand(page, hasTouch);
            const from = await on(ticket(page, "Talleres Ronda"));
            await holding.take(from);
            await expect(held(page)).toContainText("Talleres Ronda");

            const { heard } = await news(page);
            await firm.move(other, stage.proposal);
            await heard;
            // Held at the right edge until the last column has come.
            const edge = [viewport.width - (isMobile ? 30 : 40), from[1] + 60];
            const last = await tray(page, negotiation).boundingBox();
            await holding.carry(from, last.x + 60 < viewport.width ? [last.x + 60, from[1] + 60] : edge);
            await expect(tray(page, negotiation)).toHaveAttribute("data-over", "true");
            await expect(held(page)).toContainText("Talleres Ronda");
            await expectTally(page, qualification, { count: 8, sum: "2.100,00 €", weighted: "420,00 €" });
            await shot(page, `carried-${viewport.width}`);
            const answer = answered(page);
            await holding.drop();
            await answer;
            await expect(clients(page, negotiation)).toHaveText(["Talleres Ronda"]);
            await expectTally(page, negotiation, { count: 1, sum: "1.000,00 €", weighted: "800,00 €" });
            await expect(clients(page, STAGES.proposal)).toHaveText(["Clínica Albors"]);
            const now = (await firm.board()).cards;
            expect(now.find(({ id }) => id === card.id)).toMatchObject({ stage: stage.negotiation.id, revision: 2 });
            expect(now.find(({ id }) => id === other.id)).toMatchObject({ stage: stage.proposal.id, revision: 2 });
        });
    });

    demo.describe(`${viewport.width} wide, of a firm at work`, () => {
        demo.use({ viewport, hasTouch, isMobile });
        demo.slow();

        for (const colorScheme of ["light", "dark"]) {
            demo(`it is whole, can be pressed and read, ${colorScheme}`, async ({ page, as }) => {
                await page.emulateMedia({ colorScheme });
                await page.context().addCookies((await (await as("raul")).state()).cookies);
                await open(page, "/board");
                await shot(page, `board-${viewport.width}-${colorScheme}`);
                await checkA11y(page);
                await checkReflow(page);
                await checkTargets(page);
            });
        }
    });
}
