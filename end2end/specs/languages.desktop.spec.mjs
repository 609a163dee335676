// Spanish and English: nothing of one in the pages of the other.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answered, choose, menuButton, toast } from "../board.mjs";
import { expect, live, open, reload, shot, signedIn, test } from "../fixtures.mjs";
import { start } from "../server.mjs";

// Every pair of the catalogue that differs: [Spanish, English].
const pairs = ["catalogue.rs", "labels.rs"].flatMap((file) => {
    const source = readFileSync(join(import.meta.dirname, "../../src/i18n", file), "utf8");
    return [...source.matchAll(/\w+:\s*"((?:[^"\\]|\\.)*)"\s*\|\s*"((?:[^"\\]|\\.)*)"/g)].map(([, es, en]) => [es.trim(), en.trim()]);
});
const english = new Set(pairs.map(([, en]) => en));
const spanish = pairs.map(([es]) => es).filter((es) => !english.has(es));

// The texts of a page: what is written and what is only heard.
const texts = (page) =>
    page.evaluate(() => {
        const found = [document.title.replace(/ · Clientela$/, "")];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node; (node = walk.nextNode()); ) {
            // The name of a language is written in that language.
            if (!node.parentElement.closest("script, [lang]")) found.push(node.data.trim());
        }
        for (const attribute of ["aria-label", "placeholder", "title", "alt"]) {
            for (const element of document.querySelectorAll(`body [${attribute}]`)) found.push(element.getAttribute(attribute).trim());
        }
        return found.filter(Boolean);
    });

async function expectEnglish(page) {
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    const said = await texts(page);
    const sentences = /\b(Mover .+ a…|pasó a|y \d+ más|\d+ días?|Nueva oportunidad|Se dio de alta|Lleva \d)/;
    expect.soft(said.filter((text) => spanish.includes(text) || sentences.test(text))).toEqual([]);
}

test("the catalogue was read", () => {
    expect(spanish.length).toBeGreaterThan(120);
    expect(spanish).toContain("Cerrar sesión");
});

test.describe("a browser that prefers English", () => {
    test.use({ locale: "en-GB" });

    test("signing in", async ({ page, complaints }) => {
        complaints.expect(/status of 401.*sign_in/);
        await open(page, "/sign-in");
        await expectEnglish(page);
        await page.getByLabel("E-mail").fill("nobody@example.com");
        await page.getByLabel("Password").fill("nothing that is right");
        await page.getByRole("button", { name: "Sign in" }).click();
        await expect(page.getByRole("alert")).toHaveText("The e-mail or the password is not right.");
        await expectEnglish(page);
        await shot(page, "en-sign-in");
    });

    test("setting up", async ({ browser }) => {
        const site = await start(["serve"], "en-set-up");
        const page = await browser.newPage({ locale: "en-GB" });
        await page.goto(`${site.url}/set-up`);
        await expectEnglish(page);
        await page.close();
        await site.stop();
    });

    signedIn("the board and everything that opens on it", async ({ page, firm }) => {
        const [card] = await firm.lay([{ account: "Talleres Ronda", title: "Equality", amount: "1.234,50" }, { account: "Clínica Albors" }]);
        await open(page, "/board");
        await expect(page.getByRole("region", { name: /^Calificación/ }).locator(".tray__sum")).toHaveText(/^€1,234\.50\s*€246\.90\s+weighted$/);
        await page.getByRole("button", { name: "Move or more actions: Talleres Ronda" }).click();
        await expect(page.getByRole("menu", { name: "Move Talleres Ronda to…" })).toBeVisible();
        await expectEnglish(page);
        await shot(page, "en-move-menu");
        await page.keyboard.press("5");
        await page.getByRole("button", { name: "Mark as lost" }).click();
        await expect(page.getByText("The reason is missing.")).toBeVisible();
        await expectEnglish(page);
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "Move or more actions: Clínica Albors" }).click();
        await page.keyboard.press("2");
        await expect(page.getByRole("dialog", { name: "Something is missing" })).toBeVisible();
        await expectEnglish(page);
        await page.keyboard.press("Escape");
        const answer = answered(page);
        await page.getByRole("button", { name: "Move or more actions: Talleres Ronda" }).click();
        await page.keyboard.press("2");
        await answer;
        await expect(page.getByRole("status", { name: "Notices" })).toContainText("Talleres Ronda moved to Propuesta");
        await expectEnglish(page);
        await open(page, `/accounts/${card.account}`);
        await expect(page.getByRole("region", { name: "History" }).getByRole("listitem").first()).toContainText("Equality moved from Calificación y análisis to Propuesta (50%).");
        await expectEnglish(page);
        await open(page, `/opportunities/${card.id}/move`);
        await expectEnglish(page);
    });

    for (const path of ["/accounts", "/accounts?q=zzz", "/opportunities/new"]) {
        signedIn(`the page ${path}`, async ({ page }) => {
            await open(page, path);
            await expectEnglish(page);
        });
    }

    signedIn("what is not there", async ({ page, complaints }) => {
        complaints.expect(/status of 404/);
        await open(page, "/no/such/page");
        await expectEnglish(page);
    });
});

signedIn("the menu changes the language, for this browser and for good", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", amount: "100" }]);
    await open(page, "/board");
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await page.getByRole("button", { name: "Ana Prueba: perfil y ajustes" }).click();
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pipeline of sales");
    await live(page);
    await expectEnglish(page);
    await reload(page);
    await expectEnglish(page);
    await live(page);
    await page.getByRole("button", { name: "Ana Prueba: profile and settings" }).click();
    await page.getByRole("button", { name: "Español" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Embudo comercial");
    await live(page);
    // And what happens after that is said in Spanish.
    await choose(page, "Talleres Ronda", "Propuesta");
    await expect(toast(page)).toContainText("Talleres Ronda pasó a Propuesta");
    await expect(menuButton(page, "Talleres Ronda")).toBeVisible();
});

test("what the browser prefers, in order, among what is spoken", async ({ site }) => {
    const spoken = async (accept) => (await (await fetch(`${site.url}/sign-in`, { headers: { "accept-language": accept } })).text()).match(/<html lang="(\w+)"/)[1];
    expect(await spoken("en-US,en;q=0.9")).toBe("en");
    expect(await spoken("es-MX,es;q=0.9,en;q=0.8")).toBe("es");
    expect(await spoken("fr-FR,fr;q=0.9,en;q=0.8,es;q=0.7")).toBe("en");
    expect(await spoken("fr,es;q=0.5,en;q=0.8")).toBe("en");
    expect(await spoken("ca-ES,de")).toBe("es");
    expect(await spoken("")).toBe("es");
});
