// The program as the specs run it: once to its end, or serving on a port and data of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const here = import.meta.dirname;
export const artefacts = join(here, "artefacts");
const binary = resolve(here, process.env.CLIENTELA_BIN ?? "../target/debug/clientela");

export const freshData = () => mkdtempSync(join(tmpdir(), "clientela-e2e-"));

// Runs the program to its end: { code, output }.
export async function run(args, data) {
    const child = spawn(binary, args, { env: { ...process.env, CLIENTELA_DATA_DIR: data }, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    const [code] = await once(child, "exit");
    return { code, output };
}

// Starts the program and returns when it answers: { url, data, pid, log(), stop(), kill() }. `kill` ends it as a power cut
// does and leaves its data, so that it can be started there again, on the same port.
export async function start(args, name = "server", data = freshData(), port = undefined) {
    port ??= await freePort();
    const url = `http://127.0.0.1:${port}`;
    mkdirSync(artefacts, { recursive: true });
    const logFile = join(artefacts, `server-${name}.log`);
    const log = openSync(logFile, "w");
    const child = spawn(binary, args, {
        cwd: data,
        env: { ...process.env, CLIENTELA_ADDR: `127.0.0.1:${port}`, CLIENTELA_DATA_DIR: data },
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

    const kill = async () => {
        const gone = once(child, "exit");
        child.kill("SIGKILL");
        await gone;
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
    return { url, data, pid: child.pid, log: () => readFileSync(logFile, "utf8"), stop, kill };
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
