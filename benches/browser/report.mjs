// The section of the results that this benchmark writes, below what the other one has written.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const HEAD = "## In the browser";

export function write(path, rows, command, browser) {
    const before = existsSync(path) ? readFileSync(path, "utf8").split(HEAD)[0].trimEnd() : "# Results";
    const lines = [
        `${before}\n\n${HEAD}\n`,
        `- Browser: Chromium ${browser}, headless, 1440×900, on the machine above, beside the program`,
        `- When: ${new Date().toISOString().slice(0, 10)}`,
        `- Command: \`${command}\`, or \`node benches/browser/main.mjs\` for this part alone\n`,
        "A drop is measured from the time stamp of `pointerup` to the first task after the next frame, in which the ticket must lie in",
        "its new column; event timing is the browser's own measure, in steps of 8 ms. Frames are those of `requestAnimationFrame`.\n",
        "| What | Size | Goal | Measured | |",
        "|---|---|---|---|---|",
        ...rows.map((it) => `| ${it.what} | ${it.size} | ${it.goal} | ${it.measured} | ${it.met ? "met" : "missed"} |`),
    ];
    const missed = rows.filter((it) => it.profile && !it.met);
    if (missed.length > 0) lines.push("\nWhere the time goes of what is missed (own time on the main thread, one run under a profile):\n");
    lines.push(...missed.map((it) => `- ${it.what}, ${it.size}: ${it.profile}`));
    writeFileSync(path, `${lines.join("\n")}\n`);
}
