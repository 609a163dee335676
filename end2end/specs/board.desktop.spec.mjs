// What the server sends, and what it counts.
import { STAGES, clients, expectTally, tray } from "../board.mjs";
import { expect, open, signedIn as test } from "../fixtures.mjs";
import { euros } from "../firm.mjs";

test("the page is whole before any script runs", async ({ firm }) => {
    await firm.lay([{ account: "Hidráulicas Benlloch, S.L.", title: "Plan de igualdad", amount: "12.450,75" }]);
    const html = await (await firm.page("/board")).text();
    const words = html.replaceAll(/<!--.*?-->|<!>|<[^>]+>/g, "").replaceAll("\u00a0", " ");
    expect(words).toContain("Hidráulicas Benlloch, S.L.Plan de igualdad12.450,75 €20 %");
    expect(words).toContain("Calificación y análisis1");
    expect(words).toContain("2.490,15 € ponderado");
    expect(html).toContain('<html lang="es"');
    // And nothing of it is executable: the only script is ours, with a nonce that the policy names.
    expect(html.match(/<script/g).length).toBe(html.match(/<script[^>]+nonce="[\w-]+"/g).length);
});

test("counts and sums are exact, over every card, with those not drawn", async ({ page, firm }) => {
    const amounts = Array.from({ length: 35 }, (_, n) => 100_001 + n * 7_919);
    const tickets = amounts.map((cents, n) => ({ account: `Cliente ${n}`, amount: euros(cents).replace(" €", "") }));
    await firm.lay([...tickets, { account: "Sin importe" }, { account: "Uno", amount: "0,03", stage: "proposal" }, { account: "Otro", amount: "99.999,99", closeOn: "2027-01-31", stage: "negotiation" }]);
    await open(page, "/board");
    const sum = amounts.reduce((sum, cents) => sum + cents, 0);
    const weighted = amounts.reduce((sum, cents) => sum + Math.round((cents * 20) / 100), 0);
    await expectTally(page, STAGES.qualification, { count: 36, sum: euros(sum), weighted: euros(weighted) });
    await expectTally(page, STAGES.proposal, { count: 1, sum: "0,03 €", weighted: "0,02 €" });
    await expectTally(page, STAGES.negotiation, { count: 1, sum: "99.999,99 €", weighted: "79.999,99 €" });
    // Without JavaScript the rest is a link away; with it, a scroll.
    const html = await (await firm.page("/board")).text();
    expect(html.match(/class="ticket"/g).length).toBe(8 + 1 + 1);
    expect(html).toMatch(/href="\/board\?all=1"[^>]*>(<!--.*?-->)*y 28 más/);
    await expect(tray(page, STAGES.qualification).getByRole("link", { name: /más$/ })).toHaveCount(0);
});

test("every card of a long column is reached by scrolling, and few are drawn", async ({ page, firm }) => {
    await firm.lay(Array.from({ length: 60 }, (_, n) => ({ account: `Cliente ${n}` })));
    await open(page, "/board");
    const column = clients(page, STAGES.qualification);
    await expect(column.first()).toHaveText("Cliente 0");
    const list = tray(page, STAGES.qualification).locator(".tray__list");
    const whole = await list.evaluate((list) => list.scrollHeight);
    const seen = new Set();
    for (let top = 0; top < whole; top += 300) {
        await list.evaluate((list, top) => list.scrollTo(0, top), top);
        // Whatever is in sight is drawn, and hardly more.
        await expect.poll(() => inSight(list)).toBe("drawn");
        for (const name of await column.allTextContents()) seen.add(name);
        expect(await column.count()).toBeLessThanOrEqual(16);
    }
    expect(seen.size).toBe(60);
    await expect(column.last()).toHaveText("Cliente 59");
    // The room for what is not drawn is exact: nothing has jumped.
    expect(await list.evaluate((list) => list.scrollHeight)).toBe(whole);
});

// Whether there is a ticket at the top, in the middle and at the bottom of what is seen of a column.
const inSight = (list) =>
    list.evaluate((list) => {
        const lies = list.getBoundingClientRect();
        const at = (part) => document.elementFromPoint(lies.left + lies.width / 2, lies.top + lies.height * part)?.closest(".ticket, .slot");
        const gap = (part) => at(part) ?? at(part + 0.03);
        const end = list.scrollTop + list.clientHeight > list.scrollHeight - 40;
        return gap(0.1) && gap(0.5) && (end || gap(0.9)) ? "drawn" : "a hole";
    });
