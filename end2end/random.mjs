// Moves at random, by every way there is, and what must be true when they are over.
import { fingers } from "./fingers.mjs";
import { expect } from "./fixtures.mjs";

// Repeatable: the same seed, the same moves (mulberry32, public domain).
export function dice(seed) {
    const next = () => {
        seed = (seed + 0x6d2b79f5) | 0;
        let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    const below = (limit) => Math.floor(next() * limit);
    return { below, pick: (list) => list[below(list.length)] };
}

// Where the tickets and the columns lie now, in one question to the page.
const lie = (page) =>
    page.evaluate(() => {
        const box = (element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return { x, y, width, height };
        };
        const seen = ({ x, y, width, height }) => x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight;
        const tickets = [...document.querySelectorAll(".tray__list > .ticket")].map((it) => ({ id: it.dataset.card, ...box(it) }));
        const trays = [...document.querySelectorAll(".tray__list")].map(box);
        return { tickets: tickets.filter(seen), trays: trays.filter((tray) => tray.x >= 0 && tray.x + 40 < innerWidth) };
    });

const target = (roll, tray) => ({ x: tray.x + Math.min(60, tray.width / 2), y: tray.y + 10 + roll.below(Math.max(1, tray.height - 20)) });

const hands = new WeakMap();

async function handOf(page) {
    if (!hands.has(page)) hands.set(page, await fingers(page));
    return hands.get(page);
}

export const ways = {
    async mouse(page, roll) {
        const { tickets, trays } = await lie(page);
        const [from, to] = [roll.pick(tickets), target(roll, roll.pick(trays))];
        await page.mouse.move(from.x + 60, from.y + 25);
        await page.mouse.down();
        await page.mouse.move(from.x + 70, from.y + 35);
        await page.mouse.move(to.x, to.y, { steps: 3 });
        await page.mouse.up();
    },

    async touch(page, roll) {
        const { tickets, trays } = await lie(page);
        const [from, to] = [roll.pick(tickets), target(roll, roll.pick(trays))];
        const hand = await handOf(page);
        const at = [from.x + 60, from.y + 25];
        await hand.down(at);
        try {
            await page.locator(".ticket[data-dragging]").waitFor({ timeout: 2_000 });
            await hand.move(at, [to.x, to.y], 3);
        } finally {
            await hand.up();
        }
    },

    async keyboard(page, roll) {
        const { tickets } = await lie(page);
        await page.locator(`[data-card="${roll.pick(tickets).id}"]`).focus();
        await page.keyboard.press("Space");
        for (let steps = 1 + roll.below(4); steps > 0; steps--) {
            await page.keyboard.press(roll.pick(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]));
        }
        await page.keyboard.press(roll.pick(["Space", "Space", "Space", "Escape"]));
        // Carried as far as Ganada or Perdida it asks: not now.
        await page.keyboard.press("Escape");
    },

    async menu(page, roll) {
        const { tickets } = await lie(page);
        await page.locator(`[data-card="${roll.pick(tickets).id}"]`).focus();
        await page.keyboard.press("m");
        await page.keyboard.press(roll.pick(["1", "2", "3"]));
        await page.keyboard.press("Escape");
    },

    async undo(page) {
        await page.keyboard.press("Control+z");
    },
};

// So many gestures; what was asked of a ticket that has just gone elsewhere is asked of nobody.
export async function play(page, roll, count, kinds) {
    let played = 0;
    while (played < count) {
        try {
            await ways[roll.pick(kinds)](page, roll);
            played += 1;
        } catch (error) {
            if (!/Timeout|detached|not attached|undefined/.test(error.message)) throw error;
        }
    }
}

// The page, the database and the totals say the same.
export async function agree(page, firm) {
    await expect(async () => {
        const board = await firm.board();
        for (const stage of board.stages.filter((it) => it.kind === "open")) {
            const cards = board.cards.filter((card) => card.stage === stage.id);
            const column = page.locator(`[data-stage="${stage.id}"]`);
            const shown = await column.locator(".tray__list > .ticket").evaluateAll((all) => all.map((it) => it.dataset.card));
            expect(shown).toEqual(cards.map((card) => card.id));
            const cents = cards.reduce((sum, card) => sum + card.amount.cents, 0);
            const sum = (cents / 100).toLocaleString("es-ES", { minimumFractionDigits: 2, useGrouping: "always" });
            expect((await column.locator(".tray__sum b").innerText()).replace(/\s/g, "")).toBe(`${sum}€`);
            await expect(column.locator(".tray__count")).toHaveText(`${cards.length}`);
        }
    }).toPass({ timeout: 20_000 });
}
