// A real browser at the size of a desk, and what it notes down about a page.
import { createRequire } from "node:module";
import { chromium as debian } from "../../end2end/chromium.mjs";
import { notes } from "./notes.mjs";

// Playwright is where the specs have it.
const { chromium } = createRequire(new URL("../../end2end/package.json", import.meta.url))("@playwright/test");

export const launch = () => chromium.launch(debian);

// A page of its own context, its cache cold, of somebody who is signed in: { page, cdp, close() }. `slower` is how many
// times slower its processor is.
export async function visit(browser, person, slower = 1) {
    const context = await browser.newContext({
        baseURL: person.site.url,
        viewport: { width: 1440, height: 900 },
        locale: "es-ES",
        timezoneId: "Europe/Madrid",
        storageState: await person.state(),
    });
    await context.addInitScript(notes);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: slower });
    return { page, cdp, close: () => context.close() };
}

// Opens the board and returns when it answers to what is done to it.
export async function board(page) {
    await page.goto("/board");
    await page.waitForFunction(() => window.notes.live);
}
