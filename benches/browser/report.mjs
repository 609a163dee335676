// The section of the results that this benchmark writes, below what the other one has written.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const HEAD = "## In the browser";

const said = (program, ...given) => execFileSync(program, given, { encoding: "utf8", cwd: import.meta.dirname }).trim();

export function write(path, rows, { command, browser, load }) {
    const before = existsSync(path) ? readFileSync(path, "utf8").split(HEAD)[0].trimEnd() : "# Results";
    const lines = [
        `${before}\n\n${HEAD}\n`,
        `- Browser: Chromium ${browser}, headless, 1440×900, on the machine above, beside the program`,
        `- When: ${said("date", "-I")}, commit ${said("git", "rev-parse", "--short", "HEAD")}`,
        `- What else the machine did: a load of ${load.toFixed(1)} before it began (0 is nothing else)`,
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
