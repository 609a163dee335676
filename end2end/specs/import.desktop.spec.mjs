// The public data set, from its CSV files to the board: what the board says is what the files say.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { STAGES, expectTally } from "../board.mjs";
import { expect, shot, test } from "../fixtures.mjs";
import { Person, euros } from "../firm.mjs";
import { freshData, run, start } from "../server.mjs";

// The folder that is shared with the repository: beside it, or where CLIENTELA_SHARED says.
const shared = process.env.CLIENTELA_SHARED ?? resolve(import.meta.dirname, "../../../shared");
const folder = join(shared, "data/crm-sales-opportunities");

// The files have no quoted fields: read here without any help of the program's reader.
function rows(file) {
    const text = readFileSync(join(folder, file), "utf8");
    expect(text).not.toContain('"');
    const [head, ...lines] = text.trim().split(/\r?\n/).map((line) => line.split(","));
    return lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at]])));
}

test("the imported opportunities are on the board, all of them and to the cent", async ({ browser }) => {
    test.setTimeout(180_000);
    const data = freshData();
    const order = ["import", "--mapping", "crm-sales-opportunities", "--folder", folder, "--yes"];
    const first = await run(order, data);
    expect(first.code, first.output).toBe(0);
    const again = await run(order, data);
    expect(again.code, again.output).toBe(0);
    expect(again.output).toContain("No hay nada nuevo que importar.");

    const site = await start(["serve"], "import", data);
    try {
        const person = await Person.setUp(site);
        const price = Object.fromEntries(rows("products.csv").map(({ product, sales_price }) => [product, Number(sales_price) * 100]));
        const pipeline = rows("sales_pipeline.csv");
        const context = await browser.newContext({ baseURL: site.url, storageState: await person.state(), viewport: { width: 1440, height: 900 }, locale: "es-ES" });
        const page = await context.newPage();
        await page.goto("/board");
        const stages = [
            ["Prospecting", STAGES.qualification, 500, 20],
            ["Engaging", STAGES.proposal, 1589, 50],
        ];
        for (const [source, stage, count, probability] of stages) {
            // What is open is worth the list price of its product, whose name the pipeline misspells.
            const worth = pipeline.filter(({ deal_stage }) => deal_stage === source).map(({ product }) => price[product === "GTXPro" ? "GTX Pro" : product]);
            expect(worth.length).toBe(count);
            const sum = worth.reduce((sum, cents) => sum + cents, 0);
            const weighted = worth.reduce((sum, cents) => sum + Math.round((cents * probability) / 100), 0);
            await expectTally(page, stage, { count, sum: euros(sum), weighted: euros(weighted) });
        }
        await expectTally(page, STAGES.negotiation, { count: 0, sum: "0,00 €", weighted: "0,00 €" });
        await shot(page, "imported");
        await context.close();
    } finally {
        await site.stop();
    }
});
