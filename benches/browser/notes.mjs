// What a page notes down about itself; runs in the page, before its own scripts.
export function notes() {
    const now = () => performance.now();
    const kept = { drops: [], events: [], frames: [], shift: 0, shifted: [], largest: 0, memories: [] };
    window.notes = kept;

    // Hydrated: the router begins to listen to the history in the same turn.
    const listen = window.addEventListener;
    window.addEventListener = function (type, ...rest) {
        if (type === "popstate") setTimeout(() => (kept.live ??= now()));
        return listen.call(this, type, ...rest);
    };

    // Calls when the next frame has been drawn: the first task after it.
    const drawn = (call) =>
        requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = call;
            port2.postMessage(0);
        });

    // The release of a pointer, and what stands in the column in the next frame.
    listen.call(window, "pointerup", (event) => drawn(() => kept.drops.push({ time: now() - event.timeStamp, at: kept.lies?.() })), true);

    // Where a ticket lies: the column, or none.
    kept.stageOf = (card) => document.querySelector(`.tray__list > [data-card="${card}"]`)?.closest("[data-stage]")?.dataset.stage;

    // By the clock of the wall, the moment at which a ticket stands drawn in a column.
    kept.arrival = (card, stage) =>
        new Promise((done) => {
            const look = () => {
                if (kept.stageOf(card) !== stage) return false;
                drawn(() => done(performance.timeOrigin + now()));
                return true;
            };
            const watcher = new MutationObserver(() => look() && watcher.disconnect());
            if (!look()) watcher.observe(document.body, { childList: true, subtree: true });
        });

    // The moments of the frames, until told to stop.
    kept.film = () => {
        kept.frames = [];
        let on = true;
        const next = (at) => {
            kept.frames.push(at);
            if (on) requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
        kept.cut = () => {
            on = false;
            return kept.frames;
        };
    };

    const observe = (type, note, more) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more });
    observe("event", (it) => it.name === "pointerup" && kept.events.push(it.duration), { durationThreshold: 16 });
    const named = (node) => (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement)?.className ?? "gone";
    observe("layout-shift", (it) => {
        kept.shift += it.value;
        kept.shifted.push(...it.sources.map(({ node }) => named(node)));
    });
    observe("largest-contentful-paint", (it) => (kept.largest = it.startTime));

    // The memory of the program in the page.
    for (const name of ["instantiate", "instantiateStreaming"]) {
        const made = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const answer = await made.apply(WebAssembly, given);
            kept.memories.push((answer.instance ?? answer).exports.memory);
            return answer;
        };
    }
}
