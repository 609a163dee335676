// How the board behaves in a real browser: the second half of `make bench`, after the executable has been built. It never
// fails for a figure. Its flags are those of the first half that mean something here; the others are let pass.
//
//     CLIENTELA_BIN=$PWD/target/release/clientela node benches/browser/main.mjs --only drop,frames --out RESULTS.tmp.md
import { loadavg } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "./browser.mjs";
import * as cold from "./cold.mjs";
import * as drop from "./drop.mjs";
import * as frames from "./frames.mjs";
import * as live from "./live.mjs";
import * as memory from "./memory.mjs";
import { profiled } from "./profile.mjs";
import { write } from "./report.mjs";
import { filled } from "./site.mjs";
import * as weight from "./weight.mjs";

const { values } = parseArgs({
    strict: false,
    options: { out: { type: "string" }, cards: { type: "string" }, samples: { type: "string" }, only: { type: "string" } },
});
const out = resolve(values.out ?? `${import.meta.dirname}/../RESULTS.md`);
const [few, most] = values.cards ? [0, 0].map((_, at, { length }) => Number(values.cards.split(",").at(at - length))) : [1_000, 10_000];
const samples = Number(values.samples ?? 40);
const wanted = (name) => !values.only || values.only.split(",").includes(name);
const SLOWER = 4;

// What is measured at which size.
const plan = [
    [30, [["weight", weight, {}]]],
    [few, [["drop", drop, { slower: 1 }], ["drop", drop, { slower: SLOWER }], ["memory", memory, { drags: samples * 5 }], ["live", live, {}]]],
    [
        most,
        [
            ["drop", drop, { slower: 1 }],
            ["drop", drop, { slower: SLOWER }],
            ["frames", frames, { slower: 1 }],
            ["frames", frames, { slower: SLOWER }],
            ["cold", cold, { repeats: Math.max(5, Math.round(samples / 4)) }],
            ["live", live, {}],
        ],
    ],
];

const [load] = loadavg();
const browser = await launch();
const rows = [];
for (const [open, parts] of plan) {
    const chosen = parts.filter(([name]) => wanted(name));
    if (chosen.length === 0) continue;
    const site = await filled(open);
    for (const [name, part, given] of chosen) {
        try {
            const said = await part.measure({ browser, site, samples, profiled: (seen, act) => profiled(browser, seen, act), ...given });
            rows.push(...[said].flat());
            for (const it of [said].flat()) console.log(`${it.what}, ${it.size}: ${it.measured} (goal ${it.goal})${it.profile ? `\n    ${it.profile}` : ""}`);
        } catch (error) {
            // One figure that could not be had does not take the others with it.
            console.error(`${name}, ${open} cards: ${error.stack}`);
            rows.push({ what: name, size: `${open} cards`, goal: "", measured: `not measured: ${error.message.split("\n")[0]}`, met: false });
        }
    }
    await site.stop();
}
const flags = process.argv.slice(2).join(" ");
write(out, rows, { command: flags ? `make bench ARGS="${flags}"` : "make bench", browser: browser.version(), load });
await browser.close();
console.log(`written to ${out}`);
