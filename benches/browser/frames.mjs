// The frames of a drag of ten seconds that crosses columns and rests at their edges, so that they scroll.
import { board, visit } from "./browser.mjs";
import { take, traveller } from "./hand.mjs";
import { pause, row } from "./measure.mjs";

const SECONDS = 10;
const FRAME = 1000 / 60;

export async function measure({ browser, site, slower, profiled }) {
    const person = await site.who("marc");
    const seen = await visit(browser, person, slower);
    await board(seen.page);
    const { card } = await traveller(person, seen.page);
    await take(seen.page, card);
    await roam(seen.page, 1);
    await seen.page.evaluate(() => window.notes.film());
    await roam(seen.page, SECONDS);
    const frames = await seen.page.evaluate(() => window.notes.cut());
    // A frame that took longer has cost the ones that it covered.
    const missed = frames.slice(1).reduce((sum, at, n) => sum + Math.max(0, Math.round((at - frames[n]) / FRAME) - 1), 0);
    const all = frames.length - 1 + missed;
    const part = ((all - missed) * 100) / all;
    const worst = Math.max(...frames.slice(1).map((at, n) => at - frames[n]));
    const goal = slower > 1 ? 95 : 99;
    const profile = part < goal && (await profiled(seen, () => roam(seen.page, 3)));
    await seen.page.keyboard.press("Escape");
    await seen.page.mouse.up();
    await seen.close();
    const size = `${site.open} cards${slower > 1 ? `, processor ${slower} times slower` : ""}`;
    const measured = `${part.toFixed(1)} % of ${all}, the longest ${worst.toFixed(0)} ms`;
    return { ...row(`Frames on time in a drag of ${SECONDS} s`, size, `${goal} %`, measured, part >= goal), profile };
}

// From side to side and up and down, with a rest at the lower and the upper edge.
async function roam(page, seconds) {
    const floor = await page.locator(".trays").evaluate((it) => {
        const { x, y, width, height } = it.getBoundingClientRect();
        return { x, y, width, height };
    });
    const begin = performance.now();
    for (let at = 0; at < seconds; at = (performance.now() - begin) / 1000) {
        const x = floor.x + floor.width * (0.5 - 0.48 * Math.cos(at * 1.7));
        const y = floor.y + floor.height * (0.55 + 0.5 * Math.max(-0.9, Math.min(0.86, 1.6 * Math.sin(at * 0.9))));
        const turn = pause(8);
        await page.mouse.move(x, y);
        await turn;
    }
}
