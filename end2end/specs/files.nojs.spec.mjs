// Files with plain forms: with the report, added to it later, and taken out.
import { checkTargets, expect, open, signedIn as test } from "../fixtures.mjs";

test("files are handed in with a report, added and taken out", async ({ page, firm }) => {
    const name = `Naves Petrer ${Date.now()}`;
    await firm.lay([{ account: name, title: "Cubierta" }]);
    await open(page, `/accounts?q=${encodeURIComponent(name)}`);
    await page.getByRole("link", { name }).click();
    await page.getByLabel("Qué se habló y qué se prometió").fill("Nos dan los planos");
    const plan = { name: "plano 1.txt", mimeType: "text/plain", buffer: Buffer.from("Plano de la nave") };
    await page.getByLabel("Adjuntar archivos").setInputFiles(plan);
    await page.getByRole("form", { name: "Anotar" }).getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByRole("link", { name: /plano 1\.txt/ })).toBeVisible();
    await page.getByRole("link", { name: "Corregir" }).first().click();
    await page.getByLabel("Adjuntar archivos").setInputFiles({ ...plan, name: "plano 2.txt" });
    await page.getByRole("button", { name: "Añadir" }).click();
    await expect(page.getByRole("link", { name: /plano 2\.txt/ })).toBeVisible();
    await checkTargets(page);
    await page.getByRole("button", { name: "Quitar plano 1.txt" }).click();
    await expect(page.getByRole("button", { name: "Quitar plano 1.txt" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Quitar plano 2.txt" })).toBeVisible();
});
