// The palette: from anywhere, by keyboard and by finger, and for each role what it sees.
import { checkA11y, checkTargets, demo, expect, open, shot, signedIn } from "../fixtures.mjs";

const palette = (page) => page.getByRole("dialog", { name: "Buscar en todo" });
const field = (page) => palette(page).getByRole("combobox");
const options = (page) => palette(page).getByRole("option");

signedIn.describe("of a firm with one client", () => {
    const test = signedIn;
    test.beforeEach(async ({ page, firm }) => {
        await firm.lay([{ account: "Cordelería Quart S.L.", title: "Plan de igualdad", amount: "12.450" }]);
        await open(page, "/accounts");
    });

    test("Ctrl+K, some letters, Enter: one is there", async ({ page }) => {
        await page.keyboard.press("Control+k");
        await expect(field(page)).toBeFocused();
        await page.keyboard.type("cordelria");
        const first = options(page).first();
        await expect(first).toContainText("Cordelería Quart S.L.");
        await expect(first).toHaveAttribute("aria-selected", "true");
        await checkA11y(page);
        await shot(page, "palette");
        await page.keyboard.press("Enter");
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cordelería Quart S.L.");
        await expect(palette(page)).toBeHidden();
    });

    test("arrows go round, Escape closes, and what is beneath is as it was", async ({ page }) => {
        await page.keyboard.press("Control+k");
        await page.keyboard.type("quart");
        await expect(options(page).first()).toContainText("Quart");
        const count = await options(page).count();
        expect(count).toBeGreaterThan(1);
        await page.keyboard.press("ArrowUp");
        await expect(options(page).last()).toHaveAttribute("aria-selected", "true");
        await page.keyboard.press("ArrowDown");
        await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
        await page.keyboard.press("Escape");
        await expect(palette(page)).toBeHidden();
        await expect(page).toHaveURL(/\/accounts$/);
    });

    test("whoever presses Enter before the answer gets the first of it", async ({ page }) => {
        await page.keyboard.press("Control+k");
        await page.keyboard.type("cordeleria quart");
        await page.keyboard.press("Enter");
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cordelería Quart S.L.");
    });

    test("what was opened last is there before anything is typed", async ({ page }) => {
        await open(page, "/accounts?q=Cordel");
        await page.getByRole("rowheader").getByRole("link", { name: "Cordelería Quart" }).first().click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cordelería Quart S.L.");
        await page.getByRole("link", { name: "Buscar", exact: true }).click();
        await expect(palette(page).getByRole("group", { name: "Lo último que abriste" }).getByRole("option").first()).toContainText("Cordelería Quart");
        await checkTargets(page);
        await shot(page, "palette-recent");
    });

    test("an action is found by its words", async ({ page }) => {
        await page.getByRole("link", { name: "Buscar", exact: true }).click();
        await field(page).fill("oport nueva");
        await options(page).filter({ hasText: "Nueva oportunidad" }).click();
        await expect(page).toHaveURL(/\/opportunities\/new/);
    });
});

demo.describe("by role", () => {
    const test = demo;
    test("reception finds clients, and no opportunity nor what is done with them", async ({ elsewhere, as, site }) => {
        const found = async (who, typed) => {
            const page = await elsewhere(await (await as(who)).state());
            await open(page, "/accounts");
            await page.getByRole("link", { name: "Buscar", exact: true }).click();
            await field(page).fill(typed);
            await expect(palette(page).getByRole("group").or(palette(page).getByText("Nada coincide con lo que has escrito.")).first()).toBeVisible();
            return page;
        };
        expect(site.url).toBeTruthy();
        const marc = await found("marc", "plan");
        await expect(palette(marc).getByRole("group", { name: "Oportunidades" })).toBeVisible();
        const ines = await found("ines", "plan");
        await expect(palette(ines).getByRole("group", { name: "Oportunidades" })).toHaveCount(0);
        await field(ines).fill("nueva oportunidad");
        await expect(options(ines).filter({ hasText: "Nueva oportunidad" })).toHaveCount(0);
    });
});
