// The program on made-up data of a size, started as anybody starts it.
import { Person } from "../../end2end/firm.mjs";
import { freshData, run, start } from "../../end2end/server.mjs";

const PASSWORD = "demo clientela 2026";

// A running program with so many open opportunities, and who can sign in there: { url, stop(), who(name) }.
export async function filled(open) {
    const data = freshData();
    const { code, output } = await run(["demo", "--fill-only", "--open", `${open}`], data);
    if (code !== 0) throw new Error(`the demonstration was not filled: ${output}`);
    const server = await start(["serve"], `bench-${open}`, data);
    const who = (name) => new Person(server, `${name}@marquesroig.example`, PASSWORD).signIn();
    return { ...server, open, who };
}
