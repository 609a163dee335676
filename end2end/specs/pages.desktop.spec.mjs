// The table of a firm of some size: page by page, and by who looks.
import { checkA11y, demo as test, expect, open, shot } from "../fixtures.mjs";

test("a page is a hundred rows, and the last one is reached", async ({ page, as, context }) => {
    test.slow();
    await context.addCookies((await (await as("raul")).state()).cookies);
    await open(page, "/opportunities");
    const pages = page.getByRole("navigation", { name: "Páginas" });
    const of = Number((await pages.innerText()).match(/de ([\d.]+)/)[1].replaceAll(".", ""));
    expect(await page.locator("tbody tr").count()).toBe(Math.min(of, 100));
    let seen = 0;
    for (;;) {
        seen += await page.locator("tbody tr").count();
        const later = pages.getByRole("link", { name: "Siguientes" });
        if (!(await later.count())) break;
        const from = await pages.innerText();
        await later.click();
        await expect(pages).not.toHaveText(from);
    }
    expect(seen).toBe(of);
    await shot(page, "table-demo");
    await checkA11y(page);
});

test("who may not export has no link, and who sees no opportunities no table", async ({ page, as, complaints, context }) => {
    complaints.expect(/403/);
    await context.addCookies((await (await as("ines")).state()).cookies);
    await page.goto("/opportunities");
    await expect(page.getByText("Esta página no es de tu puesto")).toBeVisible();
    await expect(page.getByRole("link", { name: "Exportar a CSV" })).toHaveCount(0);
});
