// What comes next with a client: planned on its page, done in one tap on Hoy, tried again by the ladder, taken back.
import { checkA11y, checkReflow, checkTargets, expect, open, shot, signedIn as test } from "../fixtures.mjs";

// A client of this test alone: elsewhere one of the same name may have something planned already.
let client;
let clients = 0;
const today = () => new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Madrid" });
const coming = (page) => page.getByRole("region", { name: "Lo próximo" });
const job = (page) => page.getByRole("main").getByRole("listitem").filter({ hasText: client });
const told = (page) => page.getByRole("main").locator(".told");

test.beforeEach(async ({ page, firm }) => {
    client = `Clínica Serra ${++clients}`;
    await firm.lay([{ account: client, title: "Plan de igualdad", amount: "12.450" }]);
    await open(page, `/accounts?q=${encodeURIComponent(client)}`);
    await page.getByRole("rowheader").getByRole("link", { name: client, exact: true }).click();
    await coming(page).getByRole("link", { name: "Planificar" }).click();
});

async function plan(page, kind, what) {
    await page.getByRole("combobox", { name: "Qué", exact: true }).selectOption(kind);
    await page.getByLabel("Día", { exact: true }).fill(today());
    await page.getByLabel("De qué va").fill(what);
    await page.getByRole("button", { name: "Planificar" }).click();
    await expect(coming(page)).toContainText(what);
}

test("a call is planned, nobody answers, it comes back; taken back, and answered", async ({ page }) => {
    const what = "Preguntar por <b>el plan</b> 🙂";
    await checkReflow(page);
    await page.getByLabel("Día", { exact: true }).fill("");
    await page.getByLabel("De qué va").fill(what);
    await page.getByLabel("Con quién").fill("Amparo Llorens");
    await page.getByRole("button", { name: "Planificar" }).click();
    await expect(page.getByText("Falta este dato: escríbelo.")).toBeVisible();
    await expect(page.getByLabel("Con quién")).toHaveValue("Amparo Llorens");
    await plan(page, "Llamada", what);

    await open(page, "/today");
    await expect(job(page)).toContainText("Llamada a Amparo Llorens");
    await expect(job(page)).toContainText(what);
    await checkA11y(page);
    await checkTargets(page);
    await checkReflow(page);
    await shot(page, "today");
    await job(page).getByRole("button", { name: /^No contesta/ }).click();
    await expect(told(page)).toContainText(/^Llamada: no contesta; vuelve \S+ \d\d\/\d\d/);
    await expect(job(page)).toContainText("2.º intento de 4");

    await told(page).getByRole("button", { name: "Deshacer" }).click();
    await expect(told(page)).toContainText("Deshecho: vuelve a estar pendiente.");
    await expect(job(page)).toHaveCount(1);
    await expect(job(page)).not.toContainText("intento");

    await job(page).getByRole("button", { name: /^Contesta/ }).click();
    await expect(job(page)).toHaveCount(0);
    await told(page).getByRole("link", { name: "Escribir el report" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(client);
    const history = page.getByRole("region", { name: "Historia" });
    await expect(history).toContainText("Llamada a Amparo Llorens: contesta.");
    await expect(history).toContainText("Llamada: se deshizo el resultado; vuelve a estar pendiente.");
});

test("a visit is put off to another day, and a day that cannot be read keeps what was typed", async ({ page }) => {
    await plan(page, "Visita", "Firmar");
    await open(page, "/today");
    await job(page).getByText("Otro día o unas palabras").click();
    await job(page).getByLabel("Unas palabras").fill("Está de viaje");
    await job(page).getByRole("button", { name: "Cambiar de día" }).click();
    await expect(told(page)).toContainText("Falta este dato: escríbelo.");
    await expect(job(page).getByLabel("Unas palabras")).toHaveValue("Está de viaje");
    await job(page).getByLabel("Día").fill("2031-03-05");
    await job(page).getByRole("button", { name: "Cambiar de día" }).click();
    await expect(told(page)).toContainText("05/03");
    await expect(job(page)).toHaveCount(0);
});

test("a report plans what comes next in the same tap, and a step without a day keeps both", async ({ page }) => {
    await page.getByRole("link", { name: client, exact: true }).click();
    const composer = page.getByRole("form", { name: "Anotar" });
    await composer.getByLabel("Qué se habló y qué se prometió").fill("Quieren el plan antes de marzo.");
    await composer.getByText("Próximo paso", { exact: true }).click();
    await composer.getByLabel("De qué va").fill("Enviar el calendario");
    await composer.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText("Falta este dato: escríbelo.")).toBeVisible();
    await expect(composer.getByLabel("De qué va")).toHaveValue("Enviar el calendario");
    await expect(composer.getByLabel("Qué se habló y qué se prometió")).toHaveValue("Quieren el plan antes de marzo.");
    await composer.getByLabel("Para el día").fill(today());
    await composer.getByRole("button", { name: "Guardar" }).click();
    await expect(coming(page)).toContainText("Enviar el calendario");
    await expect(page.getByRole("region", { name: "Historia" })).toContainText("Quieren el plan antes de marzo.");
    await checkReflow(page);
});
