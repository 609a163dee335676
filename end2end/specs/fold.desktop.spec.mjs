// What is dropped on a folded column is in it: by mouse and by keyboard.
import { STAGES, answered, clients, expectTally, ticket, tray } from "../board.mjs";
import { expect, open, reload, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, proposal, negotiation } = STAGES;
const strip = (page, stage) => tray(page, stage).getByRole("button", { expanded: false });
const fold = (page, stage) => tray(page, stage).getByRole("button", { name: "Plegar la columna" });

test.beforeEach(async ({ firm, page }) => {
    await firm.lay([
        { account: "Talleres Ronda", amount: "1.000", closeOn: "2027-03-01" },
        { account: "Otra", amount: "500", closeOn: "2027-03-01" },
        { account: "Clínica Albors", amount: "2.000", stage: "proposal", closeOn: "2027-03-01" },
        { account: "Hermanos Peña", amount: "4.000", stage: "negotiation", closeOn: "2027-03-01" },
    ]);
    await open(page, "/board");
    await fold(page, proposal).click();
    await expect(strip(page, proposal)).toBeFocused();
});

test("a card that hangs over it tints it, and falls to its top", async ({ page }) => {
    const from = await ticket(page, "Talleres Ronda").boundingBox();
    const to = await strip(page, proposal).boundingBox();
    await page.mouse.move(from.x + 60, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await expect(tray(page, proposal)).toHaveAttribute("data-over", "true");
    await expect(strip(page, proposal)).toContainText("+1");
    await expect(strip(page, proposal)).toContainText("3.000,00 €");
    await shot(page, "fold-over");
    const answer = answered(page);
    await page.mouse.up();
    await answer;
    await expect(clients(page, qualification)).toHaveText(["Otra"]);
    await expect(strip(page, proposal)).toContainText("3.000,00 €");
    await strip(page, proposal).click();
    await expect(clients(page, proposal)).toHaveText(["Talleres Ronda", "Clínica Albors"]);
    await expectTally(page, proposal, { count: 2, sum: "3.000,00 €", weighted: "1.500,00 €" });
});

test("the keyboard folds, passes over it, drops into it and opens it", async ({ page }) => {
    await ticket(page, "Otra").focus();
    await page.keyboard.press("ArrowRight");
    await expect(ticket(page, "Hermanos Peña")).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await expect(ticket(page, "Talleres Ronda")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press(" ");
    await page.keyboard.press("ArrowRight");
    await expect(tray(page, proposal)).toHaveAttribute("data-over", "true");
    await page.keyboard.press("ArrowDown");
    const answer = answered(page);
    await page.keyboard.press(" ");
    await answer;
    await expect(strip(page, proposal)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(fold(page, proposal)).toBeFocused();
    await expect(clients(page, proposal)).toHaveText(["Otra", "Clínica Albors"]);
    await fold(page, negotiation).focus();
    await page.keyboard.press(" ");
    await expect(strip(page, negotiation)).toBeFocused();
    await expect(clients(page, negotiation)).toHaveCount(0);
});

test("a long column is drawn again where it is opened, and what was chosen in it is let go", async ({ page, firm }) => {
    await firm.lay(Array.from({ length: 40 }, (_, n) => ({ account: `Cliente ${n}`, amount: "100" })));
    await reload(page);
    const list = tray(page, qualification).locator(".tray__list");
    await ticket(page, "Cliente 0").click({ modifiers: ["Control"], position: { x: 60, y: 16 } });
    await expect(page.getByRole("region", { name: "Seleccionadas" })).toContainText("1 oportunidad");
    await list.evaluate((list) => (list.scrollTop = 2000));
    await expect(ticket(page, "Cliente 20")).toBeVisible();
    await fold(page, qualification).click();
    await expect(page.getByRole("region", { name: "Seleccionadas" })).toHaveCount(0);
    await strip(page, qualification).click();
    await expect(ticket(page, "Cliente 0")).toBeVisible();
    await expect(ticket(page, "Cliente 30")).toHaveCount(0);
});
