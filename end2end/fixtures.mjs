// What every spec stands on: a server of its own, a page that may not complain, accessibility, screenshots.
//
//     import { test, expect, checkA11y, shot } from "../fixtures.mjs";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import { join } from "node:path";
import { Person } from "./firm.mjs";
import { artefacts, start } from "./server.mjs";

export { expect };

export const test = base.extend({
    // One running program for each worker, on data of its own, stopped by its process id: { url, data, log() }.
    server: [
        async ({}, use, worker) => {
            const server = await start(["serve"], `${worker.workerIndex}`);
            await use(server);
            await server.stop();
        },
        { scope: "worker", timeout: 120_000 },
    ],

    // The administrator of a firm that has just been set up there: see firm.mjs.
    firm: [async ({ server }, use) => use(await Person.setUp(server)), { scope: "worker" }],

    // The program that this test talks to; a file may put another one here.
    site: async ({ server, firm: _setUp }, use) => use(server),

    baseURL: async ({ site }, use) => use(site.url),

    // What the browser complains of: nothing may be left at the end of a test. A test that provokes a complaint says so,
    // and then it must come: complaints.expect(/500.*sign_in/).
    complaints: async ({ site }, use) => {
        const said = [];
        const expected = [];
        await use({
            expect: (...patterns) => expected.push(...patterns),
            watch: (context) => watch(context, site.url, (what) => said.push(what)),
        });
        const unexpected = said.filter((what) => !expected.some((pattern) => pattern.test(what)));
        expect(unexpected, "what the browser complained of").toEqual([]);
        const missing = expected.filter((pattern) => !said.some((what) => pattern.test(what)));
        expect(missing, "what the browser should have complained of").toEqual([]);
    },

    context: async ({ context, complaints }, use) => {
        await complaints.watch(context);
        await use(context);
    },

    // Another browser with the same settings: await elsewhere(state) is its page.
    elsewhere: async ({ browser, complaints, contextOptions, viewport, isMobile, hasTouch, locale, baseURL }, use) => {
        const contexts = [];
        await use(async (storageState) => {
            const options = { ...contextOptions, viewport, isMobile, hasTouch, locale, baseURL, storageState };
            const context = await browser.newContext(options);
            contexts.push(context);
            await complaints.watch(context);
            return context.newPage();
        });
        for (const context of contexts) await context.close();
    },
});

// As the administrator of `firm`.
export const signedIn = test.extend({
    storageState: async ({ firm }, use) => use(await firm.state()),
});

// The made-up firm of `clientela demo`, with one person at least for each role: await as("sonia") is one of them.
export const demo = test.extend({
    server: [
        async ({}, use, worker) => {
            const server = await start(["demo"], `demo-${worker.workerIndex}`);
            await use(server);
            await server.stop();
        },
        { scope: "worker", timeout: 120_000 },
    ],
    firm: [async ({ server }, use) => use(await demoPerson(server, "marc").signIn()), { scope: "worker" }],
    as: [async ({ server }, use) => {
        const known = {};
        await use(async (who) => (known[who] ??= await demoPerson(server, who).signIn()));
    }, { scope: "worker" }],
});

const demoPerson = (site, who) => new Person(site, `${who}@marquesroig.example`, "demo clientela 2026");

// Every page of the context is listened to, also those that it opens itself.
async function watch(context, origin, complain) {
    context.on("console", (message) => {
        const unusedPreload = !scripts() && /clientela\.\w+\.wasm was preloaded/.test(message.text());
        if (["error", "warning"].includes(message.type()) && !unusedPreload) {
            complain(`console ${message.type()}: ${message.text()} (${message.location().url})`);
        }
    });
    context.on("weberror", (error) => complain(`uncaught: ${error.error().stack ?? error.error()}`));
    context.on("requestfailed", (request) => {
        // A page that is left abandons what it was still loading; without JavaScript no module is loaded at all.
        const reason = request.failure()?.errorText;
        const unwanted = reason === "net::ERR_ABORTED" || (!scripts() && reason === "csp" && request.url().endsWith(".js"));
        if (!unwanted) complain(`request failed: ${request.url()}: ${reason}`);
    });
    context.on("request", (request) => {
        const asked = new URL(request.url());
        if (asked.protocol.startsWith("http") && asked.origin !== origin) complain(`request to elsewhere: ${request.url()}`);
    });
    // The router begins to listen to the history in the same turn in which the page is hydrated.
    await context.addInitScript(() => {
        const listen = window.addEventListener;
        window.addEventListener = function (type, ...rest) {
            if (type === "popstate") setTimeout(() => (window.live = true));
            return listen.call(this, type, ...rest);
        };
    });
}

const scripts = () => test.info().project.use.javaScriptEnabled !== false;

// Returns when the page answers to what is done to it: hydrated, or just there where JavaScript is off.
export async function live(page) {
    if (scripts()) await page.waitForFunction(() => window.live);
}

// Goes to an address and waits until it is live.
export async function open(page, path) {
    const answer = await page.goto(path);
    await live(page);
    return answer;
}

// Loads the page anew and waits until it is live: what is pressed before that is pressed in vain.
export async function reload(page) {
    await page.reload();
    await live(page);
}

// No violation of WCAG 2.0, 2.1 and 2.2 to level AA, contrast included.
export async function checkA11y(page, { exclude = [] } = {}) {
    // axe is itself JavaScript: where that is off, it looks at the same address in a page that runs axe but not ours.
    const looked = scripts() ? page : await withoutOurScripts(page);
    // What is still fading in has no contrast yet.
    await looked.evaluate(() => Promise.allSettled(document.getAnimations().filter((it) => it.effect.getTiming().duration < 1000).map((it) => it.finished)));
    const axe = new AxeBuilder({ page: looked }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
    axe.options({ rules: { "color-contrast": { enabled: true } } });
    for (const selector of exclude) axe.exclude(selector);
    const { violations } = await axe.analyze();
    if (!scripts()) await looked.context().close();
    const said = violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}: ${node.failureSummary.replaceAll("\n", " ")}`),
    );
    expect.soft(said, "accessibility").toEqual([]);
}

async function withoutOurScripts(page) {
    const storageState = await page.context().storageState();
    const context = await page.context().browser().newContext({ javaScriptEnabled: true, storageState });
    await context.route(/\.(js|wasm)$/, (route) => route.abort());
    const twin = await context.newPage();
    await twin.goto(page.url());
    return twin;
}

// Everything that can be pressed is large enough for what presses it: 44 px for a finger, 24 px for a mouse. What counts is
// where a press lands, so that an area drawn small may reach further. A link in the middle of a text is as high as its line.
export async function checkTargets(page) {
    const small = await page.evaluate(() => {
        const least = matchMedia("(pointer: coarse)").matches ? 44 : 24;
        const reach = least / 2 - 1;
        const found = [];
        for (const it of document.querySelectorAll("a[href], button, input:not([type=hidden]), [role=button]")) {
            const area = (it.closest("label") ?? it).getBoundingClientRect();
            // A link that is stretched over its ticket is as large as the ticket: what is looked at is where it begins.
            const stretched = it.matches(".ticket__account");
            const [x, y] = [stretched ? area.x + reach : area.x + area.width / 2, area.y + area.height / 2];
            const belongs = (hit) => hit && (it.contains(hit) || [...(it.labels ?? [])].some((label) => label.contains(hit)) || hit.contains(it) && hit.matches(".input"));
            const inText = getComputedStyle(it).display === "inline" && it.matches("p a, dd a");
            if (!it.checkVisibility() || inText || !belongs(document.elementFromPoint(x, y))) continue;
            // What is scrolled half away is large enough once it is scrolled to.
            let frame = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
            for (let up = it.parentElement; up; up = up.parentElement) {
                if (getComputedStyle(up).overflowY === "visible") continue;
                frame = up.getBoundingClientRect();
                break;
            }
            // Nor is what is cut at a side of what scrolls, whose corners are round.
            if (area.left < frame.left || area.right > frame.right) continue;
            for (const [dx, dy] of [[-reach, 0], [reach, 0], [0, -reach], [0, reach]]) {
                const [px, py] = [x + dx, y + dy];
                if (px < Math.max(0, frame.left) || py < Math.max(0, frame.top) || px >= Math.min(innerWidth, frame.right) || py >= Math.min(innerHeight, frame.bottom)) continue;
                // Nor does a notice, a menu, the foot of a dialog or the bar of the phone make small what is half under it: it can be scrolled out.
                const hit = document.elementFromPoint(px, py);
                // The last half of a pixel of the window is nobody's.
                if (hit && !belongs(hit) && !hit?.closest(".toast, .bell, .menu, .dialog__foot, .rail")) {
                    found.push(`${it.ariaLabel ?? it.textContent.trim() ?? it.name} (${it.className}): less than ${least} px ${dx ? "wide" : "high"}`);
                    break;
                }
            }
        }
        return [...new Set(found)];
    });
    expect.soft(small, "too small to press").toEqual([]);
}

// Nothing makes the page wider than its window.
export async function checkReflow(page) {
    const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    expect.soft(wide, "the width of the page").toBeLessThanOrEqual(window);
}

// A picture kept as an artefact: artefacts/shots/PROJECT/NAME.png.
export async function shot(page, name, options = {}) {
    const path = join(artefacts, "shots", test.info().project.name, `${name}.png`);
    await page.screenshot({ path, animations: "disabled", ...options });
}
