// What the administrator decides for the firm: when a customer is inactive, and what the team's letters mean.
import { checkA11y, checkReflow, checkTargets, expect, live, open, shot, signedIn as test } from "../fixtures.mjs";

test("the team's letters are explained once, and every report that has them says what they mean", async ({ page, firm, javaScriptEnabled }) => {
    await firm.lay([{ account: "Gráficas Ajustes", title: "Plan de igualdad" }]);
    await open(page, "/settings");
    await page.getByLabel("Días sin comprar hasta dar a un cliente por inactivo").fill("muchos");
    const terms = page.getByLabel("Siglas del equipo");
    await terms.fill("CDMC = cuadro de mando comercial\nPRL = prevención <b>de riesgos</b> 🙂");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText("Escribe los días con un número, de 1 a 3650.")).toBeVisible();
    await expect(terms).toHaveValue(/PRL = prevención <b>de riesgos<\/b> 🙂/);
    await page.getByLabel("Días sin comprar hasta dar a un cliente por inactivo").fill("365");
    await terms.fill("CDMC");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText(/^En «CDMC» falta lo que significa/)).toBeVisible();
    await terms.fill("PRL = prevención <b>de riesgos</b> 🙂\nCDMC = cuadro de mando comercial");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText("Guardado.")).toBeVisible();
    await expect(terms).toHaveValue("CDMC = cuadro de mando comercial\nPRL = prevención <b>de riesgos</b> 🙂");
    await checkA11y(page);
    await checkTargets(page);
    await checkReflow(page);
    await shot(page, "settings");

    await open(page, `/accounts?q=${encodeURIComponent("Gráficas Ajustes")}`);
    await page.getByRole("rowheader").getByRole("link", { name: "Gráficas Ajustes" }).first().click();
    const text = page.getByLabel("Qué se habló y qué se prometió");
    await expect(text).toBeVisible();
    if (javaScriptEnabled !== false) {
        await live(page);
        await text.fill("visita. Cdmc");
        await expect(page.getByText("Falta decir:")).toBeVisible();
        await expect(page.getByText(/nadie entenderá/)).toHaveCount(0);
        await expect(page.getByText("Falta decir:")).toBeVisible();
    }
    await text.fill("Visita con el gerente: quieren el CDMC. Próximo paso: enviarlo.");
    await page.getByRole("button", { name: "Guardar" }).click();
    const entry = page.getByRole("region", { name: "Historia" }).getByRole("listitem").filter({ hasText: "quieren el CDMC" });
    await expect(entry).toContainText("cuadro de mando comercial");
    await expect(entry).not.toContainText("prevención");
});

test("a holiday is written down, refused without a day, and taken out", async ({ page }) => {
    await open(page, "/settings");
    await page.getByRole("link", { name: "Festivos" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Festivos");
    const name = page.getByLabel("Cómo se llama");
    await name.fill("Lunes de la Magdalena 🎉");
    await page.getByRole("button", { name: "Apuntar el festivo" }).click();
    await expect(page.locator(".field__error").filter({ hasText: /./ })).toBeVisible();
    await expect(name).toHaveValue("Lunes de la Magdalena 🎉");
    await page.getByLabel("Día", { exact: true }).fill("2030-03-25");
    await page.getByRole("button", { name: "Apuntar el festivo" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "Magdalena" })).toContainText("lun 25/03/2030 · En toda la empresa");
    await checkA11y(page);
    await checkTargets(page);
    await checkReflow(page);
    await shot(page, "holidays");
    await page.getByRole("button", { name: "Quitar: Lunes de la Magdalena" }).click();
    await expect(page.getByText("No hay ninguno apuntado.")).toBeVisible();
});
