// Several pipelines: each a board of its own, made by the administrator with a plain form.
import { STAGES, answered, choose, clients, expectTally, tray } from "../board.mjs";
import { checkA11y, checkTargets, expect, open, shot, signedIn as test } from "../fixtures.mjs";

const pipelines = (page) => page.getByRole("button", { name: /^Embudo: / });

test("a pipeline is made, worked in and left again; what it is looked at by stays in the address", async ({ page, firm }, info) => {
    // Four pages, and a look at one of them with axe.
    test.slow();
    const name = `Renovaciones ${info.project.name} ${Date.now()}`;
    await firm.lay([{ account: "Talleres Ronda", amount: "1.000" }]);
    await open(page, "/board");
    await pipelines(page).click();
    await page.getByRole("link", { name: "Nuevo embudo" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nuevo embudo");
    await page.getByLabel("Cómo se llama").fill("Ventas");
    await page.getByRole("textbox", { name: "Probabilidad, %" }).nth(1).fill("60");
    await checkA11y(page);
    await checkTargets(page);
    await shot(page, "new-pipeline");
    await page.getByRole("button", { name: "Crear el embudo" }).click();
    await expect(page.getByLabel("Cómo se llama")).toHaveAccessibleDescription(/Ya hay otro que se llama así: elige otro nombre\./);
    await expect(page.getByRole("textbox", { name: "Probabilidad, %" }).nth(1)).toHaveValue("60");
    await page.getByLabel("Cómo se llama").fill(name);
    await page.getByLabel("Para entrar pide").nth(1).selectOption("Persona");
    await page.getByRole("textbox", { name: "Probabilidad, %" }).nth(2).fill("ochenta");
    await page.getByRole("button", { name: "Crear el embudo" }).click();
    await expect(page.getByRole("textbox", { name: "Probabilidad, %" }).nth(2)).toHaveAccessibleDescription(/escribe un número entero/);
    await page.getByRole("textbox", { name: "Probabilidad, %" }).nth(2).fill("80");
    await page.getByRole("button", { name: "Crear el embudo" }).click();
    await expect(page).toHaveURL(/\/board\?pipeline=/);
    await expect(pipelines(page)).toHaveText(name);
    await expectTally(page, "Contacto", { count: 0, sum: "0,00 €", weighted: "0,00 €" });
    await shot(page, "second-pipeline");

    await page.getByRole("link", { name: "Oportunidad", exact: true }).click();
    await page.getByLabel("Con quién").fill("Clínica Albors");
    await page.getByLabel("Qué le interesa").fill("Renovar el convenio");
    await page.getByLabel("Cuánto puede ser").fill("2.000");
    await page.getByRole("button", { name: "Ponerla en el embudo" }).click();
    await expect(page).toHaveURL(/\/board\?pipeline=/);
    await expectTally(page, "Contacto", { count: 1, sum: "2.000,00 €", weighted: "400,00 €" });
    // The next stage asks with whom: it is said in place, and the person stays.
    await choose(page, "Clínica Albors", "Propuesta");
    const ask = page.getByRole("dialog");
    await ask.getByRole("button", { name: "Guardar y mover" }).click();
    await expect(ask.getByLabel("Persona con quien se trata")).toHaveAccessibleDescription("Falta la persona con quien se trata.");
    await ask.getByLabel("Persona con quien se trata").fill("Amparo Llorens");
    const answer = answered(page);
    await ask.getByRole("button", { name: "Guardar y mover" }).click();
    await answer;
    await choose(page, "Clínica Albors", "Ver y editar");
    const panel = page.getByRole("complementary", { name: "Clínica Albors" });
    await expect(panel.getByLabel("Persona con quien se trata")).toHaveValue("Amparo Llorens");
    await expect(panel.locator(".people")).toContainText("Amparo Llorens");
    await panel.getByRole("link", { name: "Cerrar" }).click();
    await page.getByRole("link", { name: "Mías" }).click();
    await expect(page).toHaveURL(/\/board\?pipeline=[^&]+&owner=/);
    await expect(clients(page, "Propuesta")).toHaveText(["Clínica Albors"]);
    await page.getByRole("link", { name: "Tabla" }).click();
    await expect(page).toHaveURL(/\/opportunities\?pipeline=/);
    await expect(page.getByRole("row").filter({ hasText: "Renovar el convenio" })).toBeVisible();
    await page.getByRole("link", { name: "Tablero" }).click();

    await pipelines(page).click();
    await page.getByRole("navigation", { name: "Embudos" }).getByRole("link", { name: "Ventas" }).click();
    await expect(page).toHaveURL("/board");
    await expect(clients(page, STAGES.qualification)).toHaveText(["Talleres Ronda"]);
    await expect(tray(page, "Contacto")).toHaveCount(0);
});
