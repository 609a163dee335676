// The page of a client: who it is, and what was said is written down on it.
import { checkReflow, expect, open, reload, shot, signedIn as test } from "../fixtures.mjs";

// A client of this test alone: elsewhere one of the same name may have bought already.
let client;
let clients = 0;
const history = (page) => page.getByRole("region", { name: "Historia" });

test.beforeEach(async ({ page, firm }) => {
    client = `Talleres Ronda ${++clients}`;
    await firm.lay([{ account: client, title: "Plan de igualdad", amount: "12.450" }]);
    await open(page, `/accounts?q=${encodeURIComponent(client)}`);
    await page.getByRole("rowheader").getByRole("link", { name: client, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(client);
});

test("what it is, what is offered and who answers for it stand at the top", async ({ page }) => {
    const top = page.getByRole("region", { name: client, exact: true });
    await expect(top.getByRole("list", { name: "Ciclo de vida" }).getByRole("listitem")).toHaveText([
        /^Público objetivo\d\d\/\d\d\/\d{4}$/, "Cliente potencial", "Con presupuesto", "Cliente activo",
        "Cliente inactivotras 365 días sin compra",
    ]);
    await expect(top.locator("[aria-current=step]")).toContainText("Público objetivo");
    await expect(top).toContainText("Ana Prueba");
    await expect(top.getByText("Ofertado")).toBeVisible();
});

test("a report is written down, in order, with its day", async ({ page }) => {
    const words = `Quieren el plan antes de marzo. Próximo paso: enviar el calendario. ${Date.now()}`;
    await page.getByRole("radiogroup", { name: "Qué fue" }).getByText("Visita", { exact: true }).click();
    await page.getByLabel("Qué se habló y qué se prometió").fill(words);
    await page.getByLabel("Con quién").fill("Vicent Benlloch, gerente");
    await page.getByLabel("Cómo lo tomó").selectOption("Positiva");
    await page.getByLabel("Ocurrió el").fill("2026-11-02");
    await page.getByRole("button", { name: "Guardar" }).click();
    const entry = history(page).getByRole("listitem").filter({ hasText: words });
    await expect(entry).toHaveCount(1);
    await expect(entry).toContainText("Visita con Vicent Benlloch, gerente");
    await expect(entry).toContainText("Positiva");
    await expect(entry).toContainText(/anotado el \d\d\/\d\d\/\d{4}, \d+ días después/);
    await reload(page);
    await expect(entry).toHaveCount(1);
    await shot(page, "client");
});

test("what cannot be read says so and nothing that was typed is lost", async ({ page, complaints, javaScriptEnabled }) => {
    if (javaScriptEnabled !== false) complaints.expect(/status of 4\d\d.*write_account_report/);
    const before = await history(page).getByRole("listitem").count();
    await page.getByLabel("Qué se habló y qué se prometió").fill("   ");
    await page.getByLabel("Con quién").fill("Amparo <b>Llorens</b> 🙂 مرحبا");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText("Falta este dato: escríbelo.")).toBeVisible();
    await expect(page.getByLabel("Con quién")).toHaveValue("Amparo <b>Llorens</b> 🙂 مرحبا");
    await page.getByLabel("Qué se habló y qué se prometió").fill("</textarea><b data-bad>x</b><script>alert(1)</script> &amp; y nada más");
    // Also a long one.
    const long = "Palabras que nadie quiere escribir otra vez, ñ y €. ".repeat(380).trim();
    await page.getByLabel("Qué se habló y qué se prometió").fill(long);
    await page.getByLabel("Ocurrió el").fill("2090-01-01");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText(/^Ese día todavía no ha llegado/)).toBeVisible();
    await expect(page.getByLabel("Qué se habló y qué se prometió")).toHaveValue(long);
    await page.getByLabel("Qué se habló y qué se prometió").fill("</textarea><b data-bad>x</b><script>alert(1)</script> &amp; y nada más");
    await page.getByLabel("Ocurrió el").fill("2090-01-01");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText(/^Ese día todavía no ha llegado/)).toBeVisible();
    await expect(page.getByLabel("Qué se habló y qué se prometió")).toHaveValue("</textarea><b data-bad>x</b><script>alert(1)</script> &amp; y nada más");
    await expect(page.locator("[data-bad]")).toHaveCount(0);
    await page.getByLabel("Ocurrió el").fill("");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(history(page).getByRole("listitem")).toHaveCount(before + 1);
    await expect(history(page)).toContainText("</textarea><b data-bad>x</b><script>alert(1)</script> &amp; y nada más");
});

test("a report is corrected, taken out and brought back, and what it said before is kept", async ({ page }) => {
    await page.getByLabel("Qué se habló y qué se prometió").fill("Vino el gerent");
    await page.getByRole("button", { name: "Guardar" }).click();
    const entry = history(page).getByRole("listitem").filter({ hasText: "Vino el gerent" });
    await expect(entry).toHaveCount(1);
    await reload(page);
    await entry.getByRole("link", { name: "Corregir" }).click();
    const text = page.getByLabel("Qué se habló y qué se prometió");
    await expect(text).toHaveValue("Vino el gerent");
    await checkReflow(page);
    await text.fill("  ");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText("Falta este dato: escríbelo.")).toBeVisible();
    await text.fill("Vino el gerente <b>y firmó</b>");
    await page.getByLabel("Cómo lo tomó").selectOption("Positiva");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(entry).toContainText("Vino el gerente <b>y firmó</b>");
    await expect(entry).toContainText(/corregido el \d\d\/\d\d\/\d{4}/);
    await entry.getByRole("link", { name: "Corregir" }).click();
    const versions = page.getByRole("region", { name: "Lo que decía antes" });
    await expect(versions.getByRole("listitem")).toContainText(["Vino el gerent"]);
    await shot(page, "correct");
    await page.getByRole("button", { name: "Retirarlo de la historia" }).click();
    const gone = history(page).getByRole("listitem").filter({ hasText: "Aquí había un informe (llamada) que se retiró." });
    await expect(gone).toHaveCount(1);
    await expect(entry).toHaveCount(0);
    await gone.getByRole("link", { name: "Corregir" }).click();
    await page.getByRole("button", { name: "Volver a ponerlo" }).click();
    await expect(entry).toContainText("y firmó");
});

test("a client whose name would end the title of the page does not", async ({ page, firm }) => {
    const name = "Fin </title><b data-bad>de</b> &amp; Hijos";
    await firm.lay([{ account: name }]);
    await open(page, "/accounts?q=" + encodeURIComponent("Fin </title>"));
    await page.getByRole("rowheader").getByRole("link", { name, exact: true }).click();
    await reload(page);
    await expect(page).toHaveTitle(`${name} · Clientela`);
    await expect(page.locator("[data-bad]")).toHaveCount(0);
});
