// The forecast is alive: it moves with the cards, whoever moves them. And each sees of it what the lens shows.
import { choose, STAGES } from "../board.mjs";
import { checkA11y, checkReflow, demo, expect, open, shot, signedIn as test } from "../fixtures.mjs";
import { cell, figure, forecast, pencil, setGoals, month, today, unfold } from "../forecast.mjs";

const cents = (text) => Number(text.replace(/\D/g, ""));
const read = async (page, span, term) => cents(await figure(cell(page, span), term).innerText());

test("it follows a card from stage to stage and out of the board", async ({ page, firm }) => {
    test.slow();
    await firm.lay([{ account: "Hermanos Peña", amount: "1.000", closeOn: today() }]);
    await open(page, "/board");
    await setGoals(page, { [month()]: "1.000.000" });
    await expect(page).toHaveURL("/board");
    await page.waitForFunction(() => window.live);
    const before = await read(page, "month", "ganado");
    const year = await read(page, "year", "ganado");
    await expect(figure(cell(page, "month"), "ponderado")).toHaveText("200,00 €");
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await choose(page, "Hermanos Peña", STAGES.proposal);
    await expect(figure(cell(page, "month"), "ponderado")).toHaveText("500,00 €");
    await choose(page, "Hermanos Peña", "Ganada");
    await page.getByRole("button", { name: "Marcar como ganada" }).click();
    await expect(figure(cell(page, "month"), "ponderado")).toHaveText("0,00 €");
    await expect.poll(() => read(page, "month", "ganado")).toBe(before + 100_000);
    expect(await read(page, "year", "ganado")).toBe(year + 100_000);
    expect(await read(page, "month", "por encontrar")).toBe(100_000_000 - before - 100_000);
    expect(asked.filter((url) => url.endsWith("load_board"))).toEqual([]);
    await expect(cell(page, "month").getByRole("img")).toHaveAccessibleName(/^Ganado, el \d+ % del objetivo; con lo ponderado, el \d+ %$/);
});

test("what somebody else does changes it too", async ({ page, firm }) => {
    const [card] = await firm.lay([{ account: "Hermanos Peña", amount: "1.000", closeOn: today() }]);
    await open(page, "/board");
    await expect(figure(cell(page, "month"), "ponderado")).toHaveText("200,00 €");
    await firm.edit(card, { amount: { cents: 400_000, currency: "EUR" } });
    await expect(figure(cell(page, "month"), "ponderado")).toHaveText("800,00 €");
});

test("two who type at once: the second is told, and keeps what was typed", async ({ page, firm, elsewhere }) => {
    test.slow();
    const other = await elsewhere(await firm.state());
    for (const it of [page, other]) await open(it, "/board");
    await setGoals(page, { [month()]: "50.000" });
    await expect(cell(page, "month").locator(".fc__goal")).toContainText("50.000,00");
    await setGoals(other, { [month()]: "60.000" });
    const form = forecast(other).locator("form:visible");
    await expect(form.getByRole("alert")).toContainText("Alguien lo ha cambiado mientras tanto");
    await expect(form.getByLabel(month(), { exact: true })).toHaveValue("60.000");
    await checkA11y(other);
    await form.getByRole("button", { name: "Guardar" }).click();
    await expect(cell(other, "month").locator(".fc__goal")).toContainText("60.000,00");
});

test("nothing jumps when the page wakes up", async ({ page, firm }) => {
    await firm.lay([{ account: "Hermanos Peña", amount: "1.000", closeOn: today() }]);
    await page.addInitScript(() => {
        window.shifts = [];
        const seen = (list) => list.getEntries().forEach((it) => window.shifts.push(it.sources.map(({ node }) => node?.className ?? "")));
        new PerformanceObserver(seen).observe({ type: "layout-shift", buffered: true });
    });
    await open(page, "/board");
    const ofForecast = (await page.evaluate(() => window.shifts)).flat().filter((name) => /^(forecast|fc|ruler|goals)/.test(String(name)));
    expect(ofForecast).toEqual([]);
});

demo.describe("in the demo's firm", () => {
    const enter = async (page, person) => {
        await page.context().addCookies((await person.state()).cookies);
        await open(page, "/board");
    };

    demo("the sales manager sees everything and has a pencil for it", async ({ page, as }) => {
        demo.slow();
        await enter(page, await as("raul"));
        await expect(pencil(page, "Cambiar los objetivos")).toBeVisible();
        await expect(pencil(page, "Cambiar tu compromiso")).toBeVisible();
        await expect(forecast(page).locator(".fc--say")).toHaveText(/Según vuestra historia \d+ cierres/);
        await shot(page, "forecast");
        await checkA11y(page);
        await page.emulateMedia({ colorScheme: "dark" });
        await shot(page, "forecast-dark");
        await checkA11y(page);
    });

    demo("at a desk the form of the objectives hangs from its pencil, whole", async ({ page, as }) => {
        await enter(page, await as("raul"));
        await pencil(page, "Cambiar los objetivos").click();
        const fields = forecast(page).locator("form:visible").getByRole("textbox");
        await expect(fields.first()).toBeInViewport({ ratio: 1 });
        await expect(fields.last()).toBeInViewport({ ratio: 1 });
        await shot(page, "forecast-goals");
    });

    for (const [width, height] of [[1180, 820], [820, 1180], [390, 844]]) {
        demo(`at ${width} px it is a line that opens`, async ({ page, as }) => {
            demo.slow();
            await page.setViewportSize({ width, height });
            await enter(page, await as("raul"));
            await expect(figure(cell(page, "month"), "ganado")).toBeVisible();
            await expect(pencil(page, "Cambiar los objetivos")).toBeHidden();
            await checkReflow(page);
            await shot(page, `forecast-${width}`);
            await unfold(page);
            await expect(figure(cell(page, "year"), "por encontrar")).toBeVisible();
            await checkReflow(page);
            await shot(page, `forecast-${width}-open`);
            await checkA11y(page);
            const pen = pencil(page, "Cambiar los objetivos");
            await pen.click();
            const field = forecast(page).locator("form:visible").getByLabel(month(), { exact: true });
            // Not cut by what it hangs from.
            await expect(field).toBeInViewport();
            await field.fill("1");
            await checkReflow(page);
            await shot(page, `forecast-${width}-goals`);
            // Escape folds it and forgets nothing.
            await field.press("Escape");
            await expect(field).toBeHidden();
            await expect(pen).toBeFocused();
            await pen.click();
            await expect(field).toHaveValue("1");
        });
    }

    demo("marketing reads and types nothing; a zone's salesperson sees no objective of the firm", async ({ page, as }) => {
        await enter(page, await as("sonia"));
        await expect(cell(page, "month")).toContainText("objetivo");
        await expect(forecast(page)).toContainText("Compromiso de Raúl Ferrándiz");
        await expect(forecast(page).locator("summary:visible")).toHaveCount(0);
        await enter(page, await as("josep"));
        await expect(cell(page, "month")).toContainText("de lo que puedes ver");
        await expect(forecast(page)).not.toContainText(/objetivo|[Cc]ompromiso|por encontrar/);
        await expect(forecast(page).locator("summary:visible")).toHaveCount(0);
    });

    demo("a hand-made request of who may not is refused", async ({ as }) => {
        const [josep, raul] = [await as("josep"), await as("raul")];
        const { pipeline } = await josep.board();
        const form = { "form[operation]": "018f0000000070008000000000000001", "form[kind]": "objective", "form[pipeline]": pipeline.id };
        const fields = { ...form, "form[months][0]": today(), "form[seen][0]": "", "form[amounts][0]": "1" };
        await josep.post("pipeline/api/submit_goals", fields).catch((error) => expect(error.message).toMatch(/Forbidden/));
        expect((await raul.board()).outlook.goals.some(({ amount }) => amount?.cents === 100)).toBe(false);
    });
});
