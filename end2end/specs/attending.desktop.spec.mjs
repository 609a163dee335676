// Two people at the same board: each sees which card the other has open.
import { checkA11y, expect, open, shot, demo as test } from "../fixtures.mjs";

test("which card somebody has open is seen on its ticket and in its panel, until they close it", async ({ page, as, elsewhere }) => {
    // Three browsers at a board at work, and a look at the whole page with axe.
    test.setTimeout(180_000);
    const [raul, marc] = [await as("raul"), await as("marc")];
    await page.context().addCookies((await raul.state()).cookies);
    const theirs = await elsewhere(await marc.state());
    await open(page, "/board");
    const marks = page.locator(".ticket__attended");
    const [first, second] = await page.locator(".ticket").evaluateAll((tickets) => tickets.map((it) => it.dataset.card));
    const mark = (card) => page.locator(`[data-card="${card}"] .ticket__attended`);

    // The same person at another device is nobody else.
    const own = await elsewhere(await raul.state());
    await open(own, `/board?card=${second}`);
    await open(theirs, `/board?card=${first}`);
    await expect(mark(first)).toHaveText(/la tiene abierta/);
    await expect(marks).toHaveCount(1);
    await shot(page, "attended");
    await checkA11y(page);

    await open(page, `/board?card=${first}`);
    const panel = page.getByRole("complementary");
    await expect(panel).toContainText("la tiene abierta");
    await expect(theirs.getByRole("complementary")).toContainText("la tiene abierta");
    await shot(page, "attended-panel");
    await theirs.getByRole("complementary").getByRole("link", { name: "Cerrar" }).click();
    await expect(panel).not.toContainText("la tiene abierta");
    await expect(marks).toHaveCount(0);
    await open(theirs, `/board?card=${second}`);
    await expect(mark(second)).toHaveCount(1);
    await theirs.context().close();
    await expect(marks).toHaveCount(0);
});
