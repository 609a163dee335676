// A folded column under a finger: it opens with a tap and takes what is dropped on it.
import { STAGES, answered, clients, ticket, tray } from "../board.mjs";
import { fingers, on } from "../fingers.mjs";
import { expect, open, shot, signedIn as test } from "../fixtures.mjs";

const { qualification, proposal } = STAGES;
const strip = (page, stage) => tray(page, stage).getByRole("button", { expanded: false });

test("a finger carries a card into it, and a tap opens it", async ({ page, firm }) => {
    test.slow();
    await firm.lay([
        { account: "Talleres Ronda", amount: "1.000", closeOn: "2027-03-01" },
        { account: "Otra", amount: "500" },
        { account: "Clínica Albors", amount: "2.000", stage: "proposal", closeOn: "2027-03-01" },
    ]);
    await open(page, "/board");
    await tray(page, proposal).getByRole("button", { name: "Plegar la columna" }).tap();
    await expect(strip(page, proposal)).toBeVisible();
    await tray(page, qualification).scrollIntoViewIfNeeded();
    const hand = await fingers(page);
    const from = await on(ticket(page, "Talleres Ronda"));
    await hand.down(from);
    await expect(page.locator(".ticket[data-dragging]")).toContainText("Talleres Ronda");
    const to = await strip(page, proposal).boundingBox();
    await hand.move(from, [Math.min(to.x + to.width / 2, page.viewportSize().width - 4), from[1] + 20]);
    await expect(tray(page, proposal)).toHaveAttribute("data-over", "true");
    await shot(page, "fold-carried");
    const answer = answered(page);
    await hand.up();
    await answer;
    await expect(clients(page, qualification)).toHaveText(["Otra"]);
    await strip(page, proposal).tap();
    await expect(clients(page, proposal)).toHaveText(["Talleres Ronda", "Clínica Albors"]);
});
