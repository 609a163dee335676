// What travels until a first page is whole, as it travels: compressed, with its headers.
import { board, visit } from "./browser.mjs";
import { pause, row, whole } from "./measure.mjs";

const GOAL = 250_000;

export async function measure({ browser, site }) {
    const { page, cdp, close } = await visit(browser, await site.who("marc"));
    const [names, sizes] = [new Map(), new Map()];
    await cdp.send("Network.enable");
    cdp.on("Network.requestWillBeSent", ({ requestId, request }) => names.set(requestId, new URL(request.url).pathname));
    cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => sizes.set(names.get(requestId), encodedDataLength));
    await board(page);
    await pause(1_000);
    await close();
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const of = (end) => [...sizes].reduce((sum, [name, size]) => (end.test(name) ? sum + size : sum), 0);
    const parts = [["wasm", /\.wasm$/], ["fonts", /\.woff2$/], ["style", /\.css$/], ["scripts", /\.js$/], ["page", /^\/board$/]];
    const said = parts.map(([name, end]) => `${name} ${whole(of(end) / 1000)}`).join(", ");
    return row("The first page in total", `board of ${site.open} cards`, "250 kB", `${whole(total / 1000)} kB (${said})`, total <= GOAL);
}
