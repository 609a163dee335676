// What every spec stands on: a server of its own, a page that may not complain, accessibility, screenshots.
//
//     import { test, expect, checkA11y, shot } from "../fixtures.mjs";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const here = import.meta.dirname;
const artefacts = join(here, "artefacts");

export { expect };

export const test = base.extend({
    // The program's arguments, for one file of specs: test.use({ serverArgs: ["serve"] }).
    serverArgs: [["demo"], { option: true, scope: "worker" }],

    // One running program for each worker, on data of its own, stopped by its process id: { url, data, log() }.
    server: [
        async ({ serverArgs }, use, worker) => {
            const server = await start(serverArgs, worker.workerIndex);
            try {
                await use(server);
            } finally {
                await server.stop();
            }
        },
        { scope: "worker", timeout: 60_000 },
    ],

    baseURL: async ({ server }, use) => use(server.url),

    // Complaints that a test expects (a wrong password is a 401 in the console): test.use({ expected: [/401/] }).
    expected: [[], { option: true }],

    // Every page of the test's browser is listened to, also those that it opens itself; at the end of the test nothing
    // may have been said.
    context: async ({ context, expected, server }, use) => {
        const complaints = [];
        const complain = (what) => {
            if (!expected.some((pattern) => pattern.test(what))) complaints.push(what);
        };
        context.on("console", (message) => {
            if (["error", "warning"].includes(message.type())) {
                complain(`console ${message.type()}: ${message.text()} (${message.location().url})`);
            }
        });
        context.on("weberror", (error) => complain(`uncaught: ${error.error().stack ?? error.error()}`));
        context.on("requestfailed", (request) => {
            // A page that is left abandons what it was still loading.
            const reason = request.failure()?.errorText;
            if (reason !== "net::ERR_ABORTED") complain(`request failed: ${request.url()}: ${reason}`);
        });
        context.on("request", (request) => {
            const { origin, protocol } = new URL(request.url());
            if (protocol.startsWith("http") && origin !== server.url) complain(`request to elsewhere: ${request.url()}`);
        });
        await use(context);
        expect(complaints, "what the browser complained of").toEqual([]);
    },
});

// Starts the program and returns when it answers.
export async function start(args, name = "server", env = {}) {
    const binary = resolve(here, process.env.CLIENTELA_BIN ?? "../target/debug/clientela");
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const data = mkdtempSync(join(tmpdir(), "clientela-e2e-"));
    mkdirSync(artefacts, { recursive: true });
    const logFile = join(artefacts, `server-${name}.log`);
    const log = openSync(logFile, "w");
    const child = spawn(binary, args, {
        cwd: data,
        env: { ...process.env, CLIENTELA_ADDR: `127.0.0.1:${port}`, CLIENTELA_DATA_DIR: data, ...env },
        stdio: ["ignore", log, log],
    });
    closeSync(log);
    let ended;
    child.once("error", (error) => (ended = error.message));
    child.once("exit", (code, signal) => (ended ??= `exit ${code ?? signal}`));

    const stop = async () => {
        if (!ended) {
            const gone = once(child, "exit");
            child.kill("SIGTERM");
            const patience = setTimeout(() => child.kill("SIGKILL"), 10_000);
            await gone;
            clearTimeout(patience);
        }
        rmSync(data, { recursive: true, force: true });
    };

    const deadline = Date.now() + 50_000;
    for (;;) {
        if (ended) throw new Error(`${binary} ${args.join(" ")}: ${ended}\n${readFileSync(logFile, "utf8")}`);
        const answer = await fetch(`${url}/health`).catch(() => undefined);
        if (answer?.status === 200) break;
        if (Date.now() > deadline) {
            await stop();
            throw new Error(`${binary} did not answer on ${url}/health\n${readFileSync(logFile, "utf8")}`);
        }
        await new Promise((done) => setTimeout(done, 25));
    }
    return { url, data, pid: child.pid, log: () => readFileSync(logFile, "utf8"), stop };
}

// A port that the system says is free; nothing else on a test machine takes it in the meantime.
async function freePort() {
    const probe = createServer().listen(0, "127.0.0.1");
    await once(probe, "listening");
    const { port } = probe.address();
    probe.close();
    await once(probe, "close");
    return port;
}

// No violation of WCAG 2.0, 2.1 and 2.2 to level AA, contrast included.
export async function checkA11y(page, { exclude = [] } = {}) {
    // axe is itself JavaScript: where that is off, it looks at the same address in a page that runs axe but not ours.
    const scriptless = test.info().project.use.javaScriptEnabled === false;
    const looked = scriptless ? await withoutOurScripts(page) : page;
    const axe = new AxeBuilder({ page: looked }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
    axe.options({ rules: { "color-contrast": { enabled: true } } });
    for (const selector of exclude) axe.exclude(selector);
    const { violations } = await axe.analyze();
    if (scriptless) await looked.context().close();
    const said = violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}: ${node.failureSummary.replaceAll("\n", " ")}`),
    );
    expect(said, "accessibility").toEqual([]);
}

async function withoutOurScripts(page) {
    const storageState = await page.context().storageState();
    const context = await page.context().browser().newContext({ javaScriptEnabled: true, storageState });
    await context.route(/\.(js|wasm)$/, (route) => route.abort());
    const twin = await context.newPage();
    await twin.goto(page.url());
    return twin;
}

// A picture kept as an artefact: artefacts/shots/PROJECT/NAME.png.
export async function shot(page, name, options = {}) {
    const path = join(artefacts, "shots", test.info().project.name, `${name}.png`);
    await page.screenshot({ path, animations: "disabled", ...options });
}
