// Writing down what was said, with advice while one writes; nothing that is written is lost.
import { checkA11y, checkTargets, expect, open, reload, shot, signedIn as test } from "../fixtures.mjs";

const REPORT = "**/write_account_report*";
const history = (page) => page.getByRole("region", { name: "Historia" });
const text = (page) => page.getByLabel("Qué se habló y qué se prometió");
const advice = (page) => page.getByRole("form", { name: "Anotar" }).getByRole("status");

test.beforeEach(async ({ page, firm }) => {
    const [card] = await firm.lay([{ account: "Talleres Ronda", title: "Plan de igualdad", amount: "12.450" }]);
    await open(page, `/accounts/${card.account}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Talleres Ronda");
});

test("letters that nobody will read and what is missing are said, and one tap begins to say it", async ({ page }) => {
    // A look at the whole page with axe.
    test.slow();
    await text(page).fill("visita. Cdmc");
    await expect(advice(page)).toContainText("Dentro de un año nadie entenderá «Cdmc».");
    for (const missing of ["con quién", "qué le interesó", "próximo paso"]) {
        await expect(advice(page).getByRole("button", { name: missing })).toBeVisible();
    }
    await checkA11y(page);
    await checkTargets(page);
    await shot(page, "client-advice");
    await advice(page).getByRole("button", { name: "próximo paso" }).click();
    await expect(text(page)).toHaveValue("visita. Cdmc Próximo paso: ");
    await expect(text(page)).toBeFocused();
    await expect(advice(page).getByRole("button", { name: "próximo paso" })).toHaveCount(0);
    await advice(page).getByRole("button", { name: "con quién" }).click();
    await expect(page.getByLabel("Con quién")).toBeFocused();
    // It never forbids.
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(history(page).getByText("visita. Cdmc Próximo paso:")).toHaveCount(1);
    await expect(text(page)).toHaveValue("");
    await expect(advice(page)).toBeHidden();
});

test("the example of the house passes", async ({ page }) => {
    await text(page).fill("Visita con Sr. X, gerente, presente Sr. Z, director informático. Interés en renovar los equipos. Pasar valoración.");
    await text(page).blur();
    await page.getByLabel("Con quién").fill("Sr. X");
    await expect(advice(page)).toBeHidden();
});

test("what is written survives a reload and a lost connection, and is saved once", async ({ page, complaints }) => {
    complaints.expect(/write_account_report/);
    const words = `Llamo a Amparo: quieren el precio. Enviar el lunes. ${Date.now()}`;
    const visit = page.getByRole("radio", { name: "Visita" });
    const what = page.locator("[name='form[next_what]']");
    await text(page).fill(words);
    await page.getByLabel("Con quién").fill("Amparo");
    await page.getByRole("radiogroup", { name: "Qué fue" }).getByText("Visita", { exact: true }).click();
    await page.locator(".composer__next summary").click();
    await what.fill("Mandar el precio");
    await reload(page);
    await expect(text(page)).toHaveValue(words);
    await expect(page.getByLabel("Con quién")).toHaveValue("Amparo");
    await expect(visit).toBeChecked();
    await expect(what).toBeVisible();
    await expect(what).toHaveValue("Mandar el precio");
    await what.fill("");
    await page.route(REPORT, (route) => route.abort("connectionreset"));
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText("Lo escrito sigue aquí hasta que se guarde.")).toBeVisible();
    await expect(text(page)).toHaveValue(words);
    await page.unroute(REPORT);
    await page.getByRole("button", { name: "Guardar" }).dblclick();
    await expect(history(page).getByText(words)).toHaveCount(1);
    await expect(text(page)).toHaveValue("");
    await reload(page);
    await expect(history(page).getByText(words)).toHaveCount(1);
    await expect(text(page)).toHaveValue("");
});
