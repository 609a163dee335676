// Where the time of a page goes: its main thread by phase, and its functions.
const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline"];
const TOP = 6;
// What only holds the others, or belongs to the profile itself.
const FRAMES = /^(RunTask|CpuProfiler|Profile|V8.*Wrapper)/;

// How long the main thread is busy from the release of a pointer until the next frame has been handed over, for each release
// while `act` runs: without the waiting for the frame.
export async function worked(browser, { page }, act) {
    await browser.startTracing(page, { categories: CATEGORIES });
    await act();
    const { traceEvents } = JSON.parse(await browser.stopTracing());
    const releases = traceEvents.filter((it) => it.name === "EventDispatch" && it.args.data?.type === "pointerup");
    return releases.flatMap(({ pid, tid, ts, dur }) => {
        const own = traceEvents.filter((it) => it.ph === "X" && it.pid === pid && it.tid === tid);
        const frame = own.filter((it) => it.name === "Layerize" && it.ts > ts + dur).reduce((first, it) => Math.min(first, it.ts), Infinity);
        const tasks = own.filter((it) => it.name === "RunTask" && it.ts + it.dur > ts && it.ts < frame);
        return frame < Infinity ? [tasks.reduce((sum, it) => sum + it.dur, 0) / 1000] : [];
    });
}

// Runs `act` under a trace and a profile: a line of the largest of each.
export async function profiled(browser, { page, cdp }, act) {
    await cdp.send("Profiler.enable");
    await cdp.send("Profiler.setSamplingInterval", { interval: 200 });
    await browser.startTracing(page, { categories: CATEGORIES });
    await cdp.send("Profiler.start");
    await act();
    const { profile } = await cdp.send("Profiler.stop");
    const { traceEvents } = JSON.parse(await browser.stopTracing());
    return `${line(phases(traceEvents))}. Functions: ${line(functions(profile))}`;
}

const line = (times) =>
    [...times]
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, TOP)
        .map(([name, time]) => `${name} ${(time / 1000).toFixed(1)} ms`)
        .join(", ");

const add = (times, name, time) => times.set(name, (times.get(name) ?? 0) + time);

// The own time of each kind of event on the main thread of the page.
function phases(events) {
    const main = events.find((it) => it.name === "thread_name" && it.args.name === "CrRendererMain" && events.some((other) => other.pid === it.pid && other.name === "FunctionCall"));
    const own = events.filter((it) => it.ph === "X" && it.pid === main?.pid && it.tid === main?.tid).toSorted((a, b) => a.ts - b.ts || b.dur - a.dur);
    const [times, open] = [new Map(), []];
    for (const event of own) {
        while (open.length > 0 && open.at(-1).ts + open.at(-1).dur <= event.ts) open.pop();
        if (open.length > 0) add(times, open.at(-1).name, -event.dur);
        add(times, event.name, event.dur);
        open.push(event);
    }
    for (const name of times.keys()) if (FRAMES.test(name)) times.delete(name);
    return times;
}

// The own time of each function, in microseconds.
function functions({ nodes, samples, timeDeltas }) {
    const [times, byId] = [new Map(), new Map(nodes.map((node) => [node.id, node]))];
    samples.forEach((id, at) => {
        const { functionName, url } = byId.get(id).callFrame;
        const name = functionName || "(nameless)";
        if (!["(idle)", "(root)", "(program)"].includes(name)) add(times, url.endsWith(".wasm") || url.startsWith("wasm:") ? `wasm ${name}` : name, timeDeltas[at]);
    });
    return times;
}
