// The board from a cold cache, its elements and its shifts.
import { board, visit } from "./browser.mjs";
import { pause, percentile, row, spread, whole } from "./measure.mjs";

export async function measure({ browser, site, repeats, profiled }) {
    const person = await site.who("marc");
    const seen = [];
    for (let at = 0; at < repeats; at++) seen.push(await look(browser, person));
    const [largest, live, answered, parts] = ["largest", "live", "answered", "parts"].map((name) => seen.map((it) => it[name]));
    const size = `${site.open} cards`;
    const [elements, scrolled] = ["elements", "scrolled"].map((name) => Math.max(...seen.map((it) => it[name])));
    const shifted = [...new Set(seen.flatMap((it) => it.shifted))];
    const shift = Math.max(...seen.map((it) => it.shift));
    const middle = (name) => `${percentile(parts.map((it) => it[name]), 50).toFixed(0)} ms`;
    const profile = await traced(browser, person, profiled);
    return [
        { ...row("Cold cache: largest contentful paint", size, "300 ms", `${spread(largest)}; the page has begun to arrive after ${percentile(answered, 50).toFixed(0)} ms, is there after ${middle("page")}`, percentile(largest, 50) <= 300) },
        { ...row("Cold cache: interactive (hydrated)", size, "700 ms", `${spread(live)}; the wasm is there after ${middle("wasm")}`, percentile(live, 50) <= 700), profile },
        row("Elements of the board", size, "1,500", `${whole(elements)}; ${whole(scrolled)} in the middle of every column`, Math.max(elements, scrolled) <= 1500),
        { ...row("Layout shift until the page is quiet", size, "0", shift.toFixed(4), shift === 0), profile: `what moved: ${shifted.join(", ")}` },
    ];
}

async function look(browser, person) {
    const { page, close } = await visit(browser, person);
    await board(page);
    await pause(1_000);
    const said = await page.evaluate(() => {
        const { responseStart, responseEnd } = performance.getEntriesByType("navigation")[0];
        const wasm = performance.getEntriesByType("resource").find((it) => it.name.endsWith(".wasm"));
        const { largest, live, shift, shifted } = window.notes;
        return { largest, live, shift, shifted, answered: responseStart, parts: { page: responseEnd, wasm: wasm.responseEnd }, elements: document.querySelectorAll("*").length };
    });
    await page.evaluate(() => document.querySelectorAll(".tray__list").forEach((it) => (it.scrollTop = it.scrollHeight / 2)));
    await pause(500);
    said.scrolled = await page.evaluate(() => document.querySelectorAll("*").length);
    await close();
    return said;
}

async function traced(browser, person, profiled) {
    const seen = await visit(browser, person);
    const profile = await profiled(seen, () => board(seen.page));
    await seen.close();
    return profile;
}
