// From the asking of another person's move until the ticket is drawn in its new column on this board.
import { board, visit } from "./browser.mjs";
import { traveller } from "./hand.mjs";
import { percentile, row, spread } from "./measure.mjs";

const GOAL = 100;
const WARM_UP = 3;

export async function measure({ browser, site, samples, profiled }) {
    const [looks, moves] = [await site.who("marc"), await site.who("raul")];
    const seen = await visit(browser, looks);
    await board(seen.page);
    const way = await traveller(moves, seen.page);
    const { stages, cards } = await moves.board();
    let card = cards.find((card) => card.id === way.card);
    const once = async (at) => {
        const stage = stages.find((stage) => stage.id === (at % 2 === 0 ? way.to : way.from));
        const arrival = seen.page.evaluate(([card, stage]) => window.notes.arrival(card, stage), [card.id, stage.id]);
        // A question to the page that comes back after the watcher is in place.
        await seen.page.evaluate(() => 0);
        const asked = performance.timeOrigin + performance.now();
        const { moved } = await moves.move(card, stage);
        card = moved.card;
        return (await arrival) - asked;
    };
    const times = [];
    for (let at = 0; at < samples + WARM_UP * 2; at++) times.push(await once(at));
    times.splice(0, WARM_UP * 2);
    const p95 = percentile(times, 95);
    const profile = p95 > GOAL && (await profiled(seen, () => once(0)));
    await seen.close();
    return { ...row("Another's move, until it is drawn here", `${site.open} cards`, `p95 ${GOAL} ms`, spread(times), p95 <= GOAL), profile };
}
