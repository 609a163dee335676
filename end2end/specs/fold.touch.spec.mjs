// A folded column under a finger: it opens with a tap and takes what is dropped on it.
import { STAGES, answered, clients, ticket, tray } from "../board.mjs";
import { fingers, on } from "../fingers.mjs";
import { expect, open, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, proposal } = STAGES;
const strip = (page, stage) => tray(page, stage).getByRole("button", { expanded: false });

test("a finger carries a card into it, and a tap opens it", async ({ page, firm }) => {
    test.slow();
    await firm.lay([
        { account: "Talleres Ronda", amount: "1.000" },
        { account: "Clínica Albors", amount: "2.000", stage: "proposal", closeOn: "2027-03-01" },
        { account: "Otra", amount: "500", stage: "proposal", closeOn: "2027-03-01" },
    ]);
    await open(page, "/board");
    // The first one: at that edge the board scrolls no further while the card is held there.
    await tray(page, qualification).getByRole("button", { name: "Plegar la columna" }).tap();
    await expect(strip(page, qualification)).toBeVisible();
    const hand = await fingers(page);
    const from = await on(ticket(page, "Clínica Albors"));
    await hand.down(from);
    await expect(page.locator(".ticket[data-dragging]")).toContainText("Clínica Albors");
    const to = await strip(page, qualification).boundingBox();
    await hand.move(from, [to.x + to.width / 2, from[1] + 20]);
    await expect(tray(page, qualification)).toHaveAttribute("data-over", "true");
    await expect(strip(page, qualification)).toContainText("+1");
    await shot(page, "fold-carried");
    const answer = answered(page);
    await hand.up();
    await answer;
    await expect(clients(page, proposal)).toHaveText(["Otra"]);
    await strip(page, qualification).tap();
    await expect(clients(page, qualification)).toHaveText(["Clínica Albors", "Talleres Ronda"]);
});
