// A hand with a mouse on the board.

// A ticket that asks nothing wherever it goes, and two columns between which it can go.
export async function traveller(person, page) {
    const board = await person.board();
    const [from, to] = board.stages.filter((stage) => stage.kind === "open");
    const drawn = await page.locator(`[data-stage="${from.id}"] .tray__list > .ticket`).evaluateAll((all) => all.map((it) => it.dataset.card));
    const card = board.cards.find((card) => drawn.slice(0, 4).includes(card.id) && card.amount && card.close_on && !card.fixed);
    if (!card) throw new Error("no ticket in sight that could be moved");
    return { card: card.id, from: from.id, to: to.id };
}

const lies = (page, selector) =>
    page.locator(selector).evaluate((it) => {
        const { x, y, width, height } = it.getBoundingClientRect();
        return { x, y, width, height };
    });

// Takes a ticket by its text.
export async function take(page, card) {
    const { x, y } = await lies(page, `.tray__list > [data-card="${card}"]`);
    await page.mouse.move(x + 60, y + 25);
    await page.mouse.down();
    await page.mouse.move(x + 70, y + 35);
}

// Carries it over the upper part of a column.
export async function carry(page, stage, steps = 8) {
    const { x, y } = await lies(page, `[data-stage="${stage}"] .tray__list`);
    await page.mouse.move(x + 90, y + 150, { steps });
}

// Lets go, and returns when the server has answered and the page is quiet again.
export async function drop(page) {
    const answer = page.waitForResponse(/\/move_opportunity$/);
    await page.mouse.up();
    await answer;
    await page.waitForFunction(() => !document.querySelector(".ticket[data-dragging]"));
}
