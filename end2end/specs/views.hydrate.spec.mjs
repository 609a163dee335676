// Views that one saves: pinned with their counts, shared, opened with, forgotten.
import { STAGES, clients, toast } from "../board.mjs";
import { checkA11y, checkTargets, expect, open, shot, signedIn as test } from "../fixtures.mjs";

const { qualification } = STAGES;
const views = (page) => page.getByRole("navigation", { name: "Vistas" });
const more = (page) => page.getByRole("button", { name: "Más vistas, y guardar esta" });
const panel = (page) => page.getByRole("dialog", { name: "Vistas guardadas" });

test("kept under a name, with its count; opened with; forgotten", async ({ page, firm }) => {
    test.slow();
    await firm.lay([
        { account: "Talleres Ronda", amount: "1.000" },
        { account: "Clínica Albors", amount: "5.000" },
    ]);
    await open(page, "/board?min=2000%2C00");
    await more(page).click();
    await panel(page).getByRole("button", { name: "Guardar" }).click();
    await expect(panel(page).getByLabel("Guardar esta vista como")).toHaveAccessibleDescription(/\./);
    await panel(page).getByLabel("Guardar esta vista como").fill("Grandes ñ");
    await panel(page).getByLabel("Para toda la empresa").check();
    await panel(page).getByRole("button", { name: "Guardar" }).click();
    await expect(panel(page).getByRole("listitem")).toContainText("Grandes ñ 1");
    await checkA11y(page);
    await checkTargets(page);
    await shot(page, "views");
    await panel(page).getByRole("button", { name: "Abrir el programa con esta vista: Grandes ñ" }).click();
    await expect(panel(page).getByRole("button", { name: "Abrir el programa con esta vista: Grandes ñ" })).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("Escape");
    await open(page, "/board");
    await expect(clients(page, qualification)).toHaveCount(2);
    await views(page).getByRole("link", { name: "Grandes ñ 1" }).click();
    await expect(clients(page, qualification)).toHaveText(["Clínica Albors"]);
    await page.goto("/");
    await expect(page).toHaveURL(/\/board\?min=2000/);
    await expect(clients(page, qualification)).toHaveText(["Clínica Albors"]);
    await more(page).click();
    await panel(page).getByRole("button", { name: "Fijar en la barra: Grandes ñ" }).click();
    await expect(views(page).getByRole("link", { name: "Grandes ñ 1" })).toHaveCount(1);
    await panel(page).getByRole("button", { name: "Borrar: Grandes ñ" }).click();
    await expect(panel(page)).toBeHidden();
    await toast(page).getByRole("button", { name: "Deshacer" }).click();
    await more(page).click();
    // As it was: not in the bar, and still the one that the program opens with.
    await expect(views(page).getByRole("link", { name: "Grandes ñ 1" })).toHaveCount(1);
    await page.goto("/");
    await expect(page).toHaveURL(/\/board\?min=2000/);
    await more(page).click();
    await panel(page).getByRole("button", { name: "Borrar: Grandes ñ" }).click();
    await expect(toast(page)).toContainText("Grandes ñ");
    await page.goto("/");
    await expect(page).toHaveURL("/board");
});
