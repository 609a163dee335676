// The filter of the board as a table: with and without JavaScript, at every width.
import { readFile } from "node:fs/promises";
import { checkA11y, checkReflow, checkTargets, expect, open, shot, signedIn as test } from "../fixtures.mjs";
import { clients, row, totals } from "../table.mjs";

test.beforeEach(async ({ firm }) => {
    await firm.lay([
        { account: "Hermanos Peña", title: "Plan de igualdad", amount: "1.000", closeOn: "2020-01-01" },
        { account: "Clínica Albors", title: "Auditoría", amount: "5.000" },
        { account: "Talleres Ronda", title: "Asesoría fiscal", amount: "3.000", stage: "proposal" },
    ]);
});

test("the board's filter is kept from the board to the table and back, and the totals are of all of it", async ({ page }) => {
    await open(page, "/board?min=2.000");
    const shapes = page.getByRole("navigation", { name: "Ver como" });
    await shapes.getByRole("link", { name: "Tabla" }).click();
    await expect(page).toHaveURL("/opportunities?min=2000%2C00");
    await expect(clients(page)).toHaveText(["Clínica Albors", "Talleres Ronda"]);
    await expect(totals(page)).toContainText("2 oportunidades");
    await expect(totals(page)).toContainText("8.000,00 €");
    await expect(totals(page)).toContainText("2.500,00 €");
    await expect(shapes.getByRole("link", { name: "Tabla" })).toHaveAttribute("aria-current", "true");
    await shot(page, "table");
    await checkA11y(page);
    await checkReflow(page);
    await checkTargets(page);
    await shapes.getByRole("link", { name: "Tablero" }).click();
    await expect(page).toHaveURL("/board?min=2000%2C00");
});

test("a head sorts, then the other way round, then no more", async ({ page }) => {
    await open(page, "/opportunities");
    const head = page.getByRole("columnheader", { name: "Importe", exact: true });
    for (const [sort, order, names] of [
        ["?sort=-amount", "descending", ["Clínica Albors", "Talleres Ronda", "Hermanos Peña"]],
        ["?sort=amount", "ascending", ["Hermanos Peña", "Talleres Ronda", "Clínica Albors"]],
    ]) {
        await head.getByRole("link").click();
        await expect(page).toHaveURL(`/opportunities${sort}`);
        await expect(head).toHaveAttribute("aria-sort", order);
        await expect(clients(page)).toHaveText(names);
    }
    await head.getByRole("link").click();
    await expect(page).toHaveURL("/opportunities");
    await expect(head).not.toHaveAttribute("aria-sort");
    await expect(clients(page)).toHaveText(["Hermanos Peña", "Clínica Albors", "Talleres Ronda"]);
});

test("columns are chosen and put in order, and a search keeps them", async ({ page }) => {
    test.slow();
    await open(page, "/opportunities?q=a&sort=-amount");
    await page.getByRole("button", { name: "Columnas" }).click();
    const panel = page.getByRole("dialog", { name: "Columnas" });
    await expect(panel).toBeVisible();
    await shot(page, "table-columns");
    await checkA11y(page);
    await checkTargets(page);
    for (const name of ["Fase", "Probabilidad", "Ponderado", "Días en la fase", "Responsable", "Cierre previsto", "Próximo paso"]) {
        await panel.getByRole("checkbox", { name, exact: true }).uncheck();
    }
    await panel.getByRole("checkbox", { name: "Servicio" }).check();
    await panel.getByRole("button", { name: "Aplicar" }).click();
    const heads = page.getByRole("columnheader");
    await expect(heads).toHaveText(["Cuenta", "Qué le interesa", "Importe", "Servicio", "Mover o más acciones"]);
    await expect(clients(page)).toHaveText(["Clínica Albors", "Talleres Ronda", "Hermanos Peña"]);
    await page.getByRole("button", { name: "Columnas" }).click();
    await panel.getByRole("link", { name: "Importe: más a la izquierda" }).click();
    await expect(heads).toHaveText(["Cuenta", "Importe", "Qué le interesa", "Servicio", "Mover o más acciones"]);
    // The panel is still there with JavaScript, and lies over the search on a phone.
    await page.keyboard.press("Escape");
    await page.getByRole("searchbox").fill("clinica");
    await page.getByRole("searchbox").press("Enter");
    await expect(clients(page)).toHaveText(["Clínica Albors"]);
    await expect(heads).toHaveText(["Cuenta", "Importe", "Qué le interesa", "Servicio", "Mover o más acciones"]);
    await page.getByRole("link", { name: /«clinica»/ }).click();
    await expect(clients(page)).toHaveText(["Clínica Albors", "Talleres Ronda", "Hermanos Peña"]);
    await expect(heads).toHaveCount(5);
});

test("what is shown is exported, in its order", async ({ page }) => {
    await open(page, "/opportunities?q=a&columns=title,amount,close&sort=-amount");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Exportar a CSV" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^oportunidades-\d{4}-\d\d-\d\d\.csv$/);
    const text = await readFile(await file.path(), "utf8");
    expect(text).toBe(
        "\u{feff}Qué le interesa;Importe (€);Cierre previsto\r\nAuditoría;5000,00;\r\nAsesoría fiscal;3000,00;\r\nPlan de igualdad;1000,00;01/01/2020\r\n",
    );
});

test("what nothing matches is said, and a row leads on", async ({ page }) => {
    await open(page, "/opportunities?q=nadie");
    await expect(page.getByText("Nada cumple los filtros puestos.")).toBeVisible();
    await open(page, "/opportunities");
    await row(page, "Hermanos Peña").getByRole("link", { name: "Hermanos Peña" }).click();
    await expect(page).toHaveURL(/\/accounts\//);
});
