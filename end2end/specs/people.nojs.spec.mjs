// A person in two firms: written down in both, one page with what was said in either.
import { checkA11y, checkReflow, checkTargets, expect, open, shot, signedIn as test } from "../fixtures.mjs";

test("a person of two firms has one page, with what was said in both", async ({ page, firm }) => {
    const who = `Remedios Doblas ${Date.now()}`;
    const firms = [`Doblas Norte ${Date.now()}`, `Doblas Sur ${Date.now()}`];
    await firm.lay(firms.map((account) => ({ account })));
    for (const client of firms) {
        await open(page, `/accounts?q=${encodeURIComponent(client)}`);
        await page.getByRole("rowheader").getByRole("link", { name: client, exact: true }).click();
        await page.getByRole("link", { name: "Añadir a alguien" }).click();
        const form = page.getByRole("form", { name: "Añadir a alguien" });
        await form.getByLabel("Nombre").fill(who);
        await form.getByLabel("Teléfono").fill("612345678");
        await form.getByRole("button", { name: "Guardar" }).click();
        await expect(page.getByRole("link", { name: who, exact: true })).toBeVisible();
        const composer = page.getByRole("form", { name: "Anotar" });
        await composer.getByLabel("Qué se habló y qué se prometió").fill(`Remedios Doblas habla por ${client}.`);
        await composer.getByRole("button", { name: "Guardar" }).click();
        await expect(page.getByRole("region", { name: "Historia" })).toContainText(`habla por ${client}`);
    }
    await page.getByRole("link", { name: `Lo hablado con: ${who}` }).click();
    await expect(page.getByRole("heading", { level: 1, name: who })).toBeVisible();
    const places = page.getByRole("region", { name: "Cuentas" });
    for (const client of firms) {
        await expect(places.getByRole("link", { name: client })).toBeVisible();
        await expect(page.getByRole("region", { name: "Historia" })).toContainText(`habla por ${client}`);
    }
    await checkA11y(page);
    await checkTargets(page);
    await checkReflow(page);
    await shot(page, "person");
    await places.getByRole("link", { name: firms[0] }).click();
    await expect(page.getByRole("heading", { level: 1, name: firms[0] })).toBeVisible();
});
