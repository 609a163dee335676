// A client's page is kept up: how it stands, what is known of it, who works there, what management asks; with and without JavaScript.
import { checkA11y, checkReflow, checkTargets, expect, open, shot, signedIn as test } from "../fixtures.mjs";

const history = (page) => page.getByRole("region", { name: "Historia" });
const life = (page) => page.getByRole("list", { name: "Ciclo de vida" });
const people = (page) => page.getByRole("region", { name: "Centro de compra" });
const today = new Intl.DateTimeFormat("es-ES", { timeZone: "Europe/Madrid", day: "2-digit", month: "2-digit", year: "numeric" });
const client = `Talleres Ronda ${Date.now()}`;
let account;

test.beforeEach(async ({ page, firm }, info) => {
    const [card] = await firm.lay([{ account: `${client} ${info.project.name}${info.workerIndex}${info.repeatEachIndex} ${info.title.length}`, title: "Plan de igualdad" }]);
    account = card.account;
    await open(page, `/accounts/${account}`);
});

test("a client is moved along on the day it happened, and that can be taken back", async ({ page }) => {
    await page.getByText("Avanzar", { exact: true }).click();
    await page.getByLabel("Qué día fue").fill("2090-01-01");
    await page.getByRole("button", { name: "Ya es cliente potencial" }).click();
    await expect(page.getByText(/^Ese día todavía no ha llegado/)).toBeVisible();
    await page.getByLabel("Qué día fue").fill("2026-11-02");
    await page.getByRole("button", { name: "Ya es cliente potencial" }).click();
    const now = life(page).locator("[aria-current=step]");
    await expect(now).toContainText("Cliente potencial");
    await expect(now).toContainText("02/11/2026");
    await expect(history(page)).toContainText("Pasó de Público objetivo a Cliente potencial.");
    await shot(page, "standing");
    await page.getByRole("button", { name: "Deshacer" }).click();
    await expect(now).toContainText("Público objetivo");
    await expect(history(page)).toContainText("Se deshizo el último cambio de la cuenta.");
});

test("what is known of it is edited; what cannot be read comes back with everything that was typed", async ({ page }) => {
    await page.getByRole("link", { name: "Editar", exact: true }).click();
    await page.getByLabel("NIF").fill("B12345678");
    await page.getByLabel("Sector", { exact: true }).fill("Cerámica <b>🙂</b> مرحبا");
    await page.getByLabel("Plantilla").selectOption("10–49 personas");
    await page.getByLabel("Sección de la CNAE").selectOption("C · Industria manufacturera");
    await page.getByLabel("Número, correo o dirección").first().fill("964 56 78 12");
    await page.getByLabel("Para qué").first().fill("Almacén");
    await page.getByLabel("Código postal").fill("12001");
    await page.getByLabel("Población").fill("Castelló");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText(/NIF|letra|control/).filter({ visible: true }).last()).toBeVisible();
    await expect(page.getByLabel("Sector", { exact: true })).toHaveValue("Cerámica <b>🙂</b> مرحبا");
    await expect(page.getByLabel("Para qué").first()).toHaveValue("Almacén");
    await checkReflow(page);
    await shot(page, "edit-account");
    await page.getByLabel("NIF").fill("B12345674");
    await page.getByRole("button", { name: "Guardar" }).click();
    const details = page.getByRole("region", { name: "Datos" });
    await expect(details).toContainText("B12345674");
    await expect(details).toContainText("Almacén");
    await expect(details).toContainText("Cerámica <b>🙂</b> مرحبا");
    await expect(details).toContainText("Castelló");
    await expect(history(page)).toContainText("Datos: NIF, B12345674;");
    await page.getByRole("button", { name: "Deshacer" }).click();
    await expect(details).not.toContainText("B12345674");
});

test("a person is written down, changed and leaves, and a namesake is told", async ({ page }) => {
    await people(page).getByRole("link", { name: "Añadir a alguien" }).click();
    const form = page.getByRole("form", { name: "Añadir a alguien" });
    await form.getByLabel("Nombre").fill("Amparo Llorens");
    await form.getByLabel("Teléfono").fill("12");
    await form.getByRole("button", { name: "Guardar" }).click();
    await expect(form.getByLabel("Nombre")).toHaveValue("Amparo Llorens");
    await expect(form.locator(".field__error")).toBeVisible();
    await form.getByLabel("Teléfono").fill("964 56 78 12");
    await form.getByLabel("Cargo").fill("Directora de RR. HH.");
    await form.getByLabel("Qué pinta en la compra").selectOption("Decide");
    await form.getByRole("button", { name: "Guardar" }).click();
    await expect(people(page).getByRole("listitem")).toContainText(["Amparo Llorens"]);
    await expect(people(page)).toContainText("Decide");
    await expect(history(page)).toContainText("Nueva persona: Amparo Llorens (Directora de RR. HH.).");
    await people(page).getByRole("link", { name: "Añadir a alguien" }).click();
    await form.getByLabel("Nombre").fill("amparo llorens");
    await form.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText("En esta cuenta ya hay alguien que se llama así.")).toBeVisible();
    await open(page, `/accounts/${account}`);
    await people(page).getByRole("link", { name: "Amparo Llorens", exact: true }).click();
    await form.getByLabel("Cargo").fill("Gerente");
    await form.getByRole("button", { name: "Guardar" }).click();
    await expect(people(page)).toContainText("Gerente");
    await people(page).getByRole("link", { name: "Amparo Llorens", exact: true }).click();
    await form.getByRole("button", { name: "Ya no está en la empresa" }).click();
    await expect(people(page)).toContainText("Nadie apuntado en esta cuenta.");
    await expect(history(page)).toContainText("Amparo Llorens ya no está en la empresa.");
});

test("what management asks is read before anything else, and each says so", async ({ page }) => {
    await page.getByText("Dejar una indicación", { exact: true }).click();
    await page.getByLabel("Indicación de Gerencia").fill("No ofrecer descuento hasta que paguen.");
    await page.getByRole("button", { name: "Guardar" }).nth(0).click();
    const note = page.getByRole("complementary", { name: "Indicación de Gerencia" });
    await expect(note).toContainText("No ofrecer descuento hasta que paguen.");
    await expect(note).toContainText("Todavía no la ha leído nadie.");
    await note.getByRole("button", { name: "Leída" }).click();
    await expect(note).toContainText("La has leído.");
    await expect(note).toContainText("La han leído: Ana Prueba");
    await shot(page, "instruction");
});

test("the stream is narrowed by kind and by words, and read as it was known on a day", async ({ page }) => {
    for (const words of ["Pide la auditoría de nóminas. Enviar precio.", "Solo saludaba. Llamar en enero."]) {
        await page.getByLabel("Qué se habló y qué se prometió").fill(words);
        await page.getByRole("button", { name: "Guardar" }).last().click();
        await expect(history(page)).toContainText(words);
    }
    const entries = history(page).getByRole("listitem");
    await page.getByRole("link", { name: "Llamadas", exact: true }).click();
    await expect(entries).toHaveCount(2);
    await page.getByRole("link", { name: "Visitas", exact: true }).click();
    await expect(page.getByText("Nada de esta cuenta cumple el filtro.")).toBeVisible();
    await page.getByRole("link", { name: "Todo", exact: true }).click();
    await expect(entries).not.toHaveCount(0);
    await page.getByText("Buscar en la historia").click();
    await page.getByLabel("Que diga").fill("NOMINAS auditoria");
    await page.getByRole("button", { name: "Filtrar" }).click();
    await expect(entries).toHaveCount(1);
    await expect(entries).toContainText("Pide la auditoría de nóminas.");
    await page.getByRole("link", { name: "Quitar filtros" }).click();
    await expect(entries).not.toHaveCount(1);
    await page.getByText("Buscar en la historia").click();
    const day = today.format(new Date()).split("/").reverse().join("-");
    await page.getByLabel("A fecha de").fill(day);
    await page.getByRole("button", { name: "Filtrar" }).click();
    await expect(entries).not.toHaveCount(0);
});
