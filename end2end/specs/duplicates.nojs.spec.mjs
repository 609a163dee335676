// A new account: what is typed is compared with what is there, the evidence is shown, and it never blocks.
import { checkReflow, expect, open, shot, signedIn as test } from "../fixtures.mjs";

const fresh = () => `${Date.now()}${Math.floor(Math.random() * 1000)}`;

async function create(page, fields) {
    await open(page, "/accounts/new");
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
    await page.getByRole("button", { name: /^Crear/ }).click();
}

test("a firm that is there already is shown with the evidence, used, or created all the same", async ({ page }) => {
    const word = `Zarcillo${fresh()}`;
    await create(page, { Nombre: `Hermanos ${word}, S.L.`, "Persona de contacto": "Vicent Benlloch", Cargo: "Gerente" });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Hermanos ${word}, S.L.`);
    await expect(page.getByText("Vicent Benlloch").first()).toBeVisible();
    const first = page.url();
    await create(page, { Nombre: `HNOS ${word.toUpperCase()} SL`, Población: "Ontinyent" });
    await expect(page.getByText("¿Ya fue cliente?")).toBeVisible();
    await expect(page.getByText("mismo nombre")).toBeVisible();
    await expect(page.getByLabel("Nombre", { exact: true })).toHaveValue(`HNOS ${word.toUpperCase()} SL`);
    await expect(page.getByLabel("Población")).toHaveValue("Ontinyent");
    await checkReflow(page);
    await shot(page, "duplicates");
    const use = page.getByRole("link", { name: `Usar esta: Hermanos ${word}, S.L.` });
    expect(new URL(await use.getAttribute("href"), first).href).toBe(first.split("?")[0]);
    await page.getByRole("button", { name: "Crear de todos modos" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`HNOS ${word.toUpperCase()} SL`);
});

test("what cannot be read says so beside it and nothing that was typed is lost", async ({ page }) => {
    await create(page, { Nombre: `Vega ${fresh()}`, NIF: "B12345678", "Código postal": "46870" });
    await expect(page.getByLabel("NIF", { exact: true })).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Código postal")).toHaveValue("46870");
});
