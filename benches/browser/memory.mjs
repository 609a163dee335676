// What the page keeps of two hundred drags, after everything that can be forgotten has been.
import { board, visit } from "./browser.mjs";
import { carry, drop, take, traveller } from "./hand.mjs";
import { row } from "./measure.mjs";

// As many as can be taken back are remembered: before that many the growth is meant.
const WARM_UP = 60;
const MEGABYTE = 1_000_000;

export async function measure({ browser, site, drags }) {
    const person = await site.who("marc");
    const { page, cdp, close } = await visit(browser, person);
    await board(page);
    const { card, from, to } = await traveller(person, page);
    const drag = async (count) => {
        for (let at = 0; at < count; at++) {
            await take(page, card);
            await carry(page, at % 2 === 0 ? to : from, 4);
            await drop(page);
        }
    };
    await drag(WARM_UP);
    const before = await used(page, cdp);
    await drag(drags);
    const after = await used(page, cdp);
    await close();
    const grown = after.heap - before.heap + after.wasm - before.wasm;
    const part = (name) => `${((after[name] - before[name]) / MEGABYTE).toFixed(2)} MB to ${(after[name] / MEGABYTE).toFixed(1)} MB`;
    const measured = `${(grown / MEGABYTE).toFixed(2)} MB (JavaScript ${part("heap")}, wasm ${part("wasm")}), elements ${after.nodes - before.nodes}`;
    return row(`Memory after ${drags} drags`, `${site.open} cards`, "1 MB", measured, grown <= MEGABYTE);
}

async function used(page, cdp) {
    await cdp.send("Performance.enable");
    // What only the second look finds to be of no use.
    for (let twice = 0; twice < 2; twice++) await cdp.send("HeapProfiler.collectGarbage");
    const { metrics } = await cdp.send("Performance.getMetrics");
    const metric = (name) => metrics.find((it) => it.name === name).value;
    const wasm = await page.evaluate(() => window.notes.memories.reduce((sum, it) => sum + it.buffer.byteLength, 0));
    return { heap: metric("JSHeapUsedSize"), wasm, nodes: metric("Nodes") };
}
