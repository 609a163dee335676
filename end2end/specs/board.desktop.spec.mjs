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
    await expect(clients(page, STAGES.qualification)).toHaveCount(30);
    await expect(tray(page, STAGES.qualification).getByRole("link", { name: "y 6 más" })).toHaveAttribute("href", "/board?all=1");
});

test("a column shows more as it is scrolled", async ({ page, firm }) => {
    await firm.lay(Array.from({ length: 45 }, (_, n) => ({ account: `Cliente ${n}` })));
    await open(page, "/board");
    await expect(clients(page, STAGES.qualification)).toHaveCount(30);
    await clients(page, STAGES.qualification).last().scrollIntoViewIfNeeded();
    await expect(clients(page, STAGES.qualification)).toHaveCount(45);
    await expect(clients(page, STAGES.qualification).last()).toHaveText("Cliente 44");
});
