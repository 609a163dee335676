// What others do while one holds a card.
import { STAGES, answered, clients, ticket, tray } from "../board.mjs";
import { expect, open, signedIn as test } from "../fixtures.mjs";

const { qualification, proposal } = STAGES;

test("a card that another moves while it is in the hand is not lost to either", async ({ page, firm }) => {
    const [card] = await firm.lay([
        { account: "Talleres Ronda", amount: "12.450" },
        { account: "Clínica Albors", amount: "3.860,25" },
    ]);
    await open(page, "/board");
    const from = await ticket(page, "Clínica Albors").boundingBox();
    await page.mouse.move(from.x + 40, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 40, { steps: 4 });
    await expect(page.locator(".ticket[data-dragging]")).toBeVisible();
    const board = await firm.board();
    await firm.move(card, board.stage.negotiation, { close_on: "2027-01-31" });
    // In the hand nothing changes under it.
    await expect(clients(page, STAGES.negotiation)).toHaveCount(0);
    const to = await tray(page, proposal).boundingBox();
    const answer = answered(page);
    await page.mouse.move(to.x + to.width / 2, to.y + 200, { steps: 6 });
    await page.mouse.up();
    await answer;
    await expect(clients(page, proposal)).toHaveText(["Clínica Albors"]);
    await expect(clients(page, STAGES.negotiation)).toHaveText(["Talleres Ronda"]);
    await expect(clients(page, qualification)).toHaveCount(0);
});
