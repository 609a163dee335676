// A column that is folded away is a strip that says what it holds, and stays so: with and without JavaScript.
import { STAGES, clients, tray } from "../board.mjs";
import { checkA11y, checkReflow, checkTargets, expect, open, reload, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, proposal } = STAGES;
const control = (page, stage) => tray(page, stage).locator("[data-fold]");

test("folded with one tap, kept, opened with another", async ({ page, firm }) => {
    test.slow();
    await firm.lay([
        { account: "Talleres Ronda", amount: "1.000", closeOn: "2027-03-01" },
        { account: "Clínica Albors", amount: "2.000", stage: "proposal", closeOn: "2027-03-01" },
        { account: "Hermanos Peña", amount: "3.500,50", stage: "proposal", closeOn: "2027-03-01" },
    ]);
    await open(page, "/board");
    await expect(control(page, proposal)).toHaveAttribute("aria-expanded", "true");
    await expect(control(page, proposal)).toHaveAccessibleName("Plegar la columna: Propuesta");
    await checkTargets(page);
    await control(page, proposal).click();
    await expect(control(page, proposal)).toHaveAttribute("aria-expanded", "false");
    await expect(control(page, proposal)).toHaveAccessibleName("Propuesta 5.500,50 € 2 oportunidades");
    await expect(clients(page, proposal)).toHaveCount(0);
    await expect(clients(page, qualification)).toHaveText(["Talleres Ronda"]);
    const { width, height } = await tray(page, proposal).boundingBox();
    expect(width).toBeLessThan(60);
    expect(height).toBeGreaterThan(200);
    await checkA11y(page);
    await checkReflow(page);
    await checkTargets(page);
    await shot(page, "fold");
    // The server draws it so.
    const html = await (await page.request.get("/board")).text();
    expect(html.match(/data-folded/g)).toHaveLength(1);
    await reload(page);
    await expect(control(page, proposal)).toHaveAttribute("aria-expanded", "false");
    await control(page, proposal).click();
    await expect(control(page, proposal)).toHaveAttribute("aria-expanded", "true");
    await expect(clients(page, proposal)).toHaveText(["Clínica Albors", "Hermanos Peña"]);
    await reload(page);
    await expect(clients(page, proposal)).toHaveText(["Clínica Albors", "Hermanos Peña"]);
});
