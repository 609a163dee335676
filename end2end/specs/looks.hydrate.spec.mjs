// Every page and every state at the three widths, light and dark: no accessibility violation, and a picture of each.
import { menu, menuButton, toast } from "../board.mjs";
import { checkA11y, checkReflow, checkTargets, demo as test, expect, open, reload, shot } from "../fixtures.mjs";

for (const colorScheme of ["light", "dark"]) {
    test.describe(colorScheme, () => {
        test.use({ colorScheme });
        test.slow();

        const see = async (page, name, options) => {
            await shot(page, `${name}-${colorScheme}`, options);
            await checkA11y(page);
            await checkReflow(page);
            await checkTargets(page);
        };

        const enter = async (page, as, path) => {
            await page.context().addCookies((await (await as("raul")).state()).cookies);
            return open(page, path);
        };

        test("the pages", async ({ page, as, complaints }) => {
            await open(page, "/sign-in");
            await see(page, "sign-in");
            const raul = await as("raul");
            const { cards } = await raul.board();
            const card = cards.find(({ account }) => account);
            await enter(page, as, "/accounts");
            await see(page, "accounts");
            await open(page, "/accounts?q=zzzz");
            await see(page, "accounts-none");
            await open(page, `/accounts/${card.account}`);
            await see(page, "account");
            await shot(page, `account-whole-${colorScheme}`, { fullPage: true });
            await open(page, `/opportunities/${card.id}/move`);
            await see(page, "move-page");
            await page.getByRole("navigation", { name: "¿A qué fase?" }).getByRole("link", { name: "Perdida" }).click();
            await expect(page.getByRole("group", { name: "Motivo" })).toBeVisible();
            await see(page, "move-page-lost");
            await open(page, "/opportunities/new");
            await see(page, "new-opportunity");
            complaints.expect(/status of 404/);
            await open(page, "/no/such/page");
            await see(page, "not-found");
        });

        test("the board and what opens on it", async ({ page, as, complaints }) => {
            const raul = await as("raul");
            const board = await raul.board();
            let [card] = board.cards.filter(({ account_name, stage }) => account_name && stage === board.stage.qualification.id);
            await enter(page, as, "/board");
            await see(page, "board");
            await page.getByRole("button", { name: /perfil y ajustes$/ }).click();
            await expect(page.getByRole("dialog", { name: "perfil y ajustes" })).toBeVisible();
            await see(page, "user-menu");
            await page.keyboard.press("Escape");

            const ask = async (key, title, name) => {
                await menuButton(page, card.account_name).click();
                await expect(menu(page, card.account_name)).toBeVisible();
                if (name === "won") await see(page, "move-menu");
                await page.keyboard.press(key);
                const dialog = page.getByRole("dialog", { name: title });
                await expect(dialog).toBeVisible();
                await see(page, `dialog-${name}`);
                return dialog;
            };
            await ask("4", "¿Cómo ha quedado?", "won");
            await page.keyboard.press("Escape");
            const lost = await ask("5", "¿Por qué se ha perdido?", "lost");
            await lost.getByRole("button", { name: "Marcar como perdida" }).click();
            await expect(lost.getByText("Falta el motivo.")).toBeVisible();
            await see(page, "dialog-lost-error");
            await lost.getByRole("radio", { name: "Competencia" }).check();
            await expect(lost.getByRole("heading")).toBeInViewport({ ratio: 1 });
            await expect(lost.getByRole("button", { name: "Marcar como perdida" })).toBeInViewport({ ratio: 1 });
            await see(page, "dialog-lost-competition");
            await page.keyboard.press("Escape");
            // At the top of its column: what is far down one is not in the page until one scrolls there.
            card = { account_name: `Sin Importe ${test.info().project.name} ${colorScheme}` };
            await raul.create(board, { account: card.account_name });
            await expect(menuButton(page, card.account_name)).toBeVisible();
            await ask("2", "Falta un dato", "needed");
            await page.keyboard.press("Escape");

            complaints.expect(/status of 500.*move_opportunity/);
            await page.route("**/move_opportunity", (route) => route.fulfill({ status: 500, body: "no" }));
            await menuButton(page, card.account_name).click();
            await menu(page, card.account_name).getByRole("menuitem", { name: "Abajo de la columna" }).click();
            await expect(toast(page).getByRole("alert")).toBeVisible();
            await see(page, "toast-refused");
        });

        test("an empty board, and a move that can be undone", async ({ page, as }) => {
            // A salesperson whose few tickets are put back at the end.
            const person = await as("nerea");
            await page.context().addCookies((await person.state()).cookies);
            const before = await person.board();
            const kept = [];
            for (const card of before.cards) kept.push((await person.move(card, before.stage.lost, { loss_reason: "other" })).moved.card);
            await open(page, "/board");
            await expect(page.getByText("No hay oportunidades abiertas que puedas ver.")).toBeVisible();
            await see(page, "board-empty");
            for (const [at, card] of kept.entries()) await person.move(card, { id: before.cards[at].stage });
            await reload(page);
            const name = before.cards.find(({ amount, stage, account_name }) => amount && account_name && stage === before.stage.qualification.id).account_name;
            await menuButton(page, name).click();
            await page.keyboard.press("2");
            await expect(toast(page).getByRole("button", { name: "Deshacer" })).toBeVisible();
            // Its time waits while somebody points at it, and a picture must not bring it to its end.
            await toast(page).getByText("pasó a Propuesta").hover();
            await see(page, "toast-undo", { animations: "allow" });
            await toast(page).getByRole("button", { name: "Deshacer" }).click();
            await expect(toast(page).getByText("vuelve a estar en Calificación y análisis")).toBeVisible();
        });
    });
}
