// A new account: what is typed is compared with what is there, the evidence is shown, and it never blocks. Two become one and two again.
import { checkReflow, expect, open, shot, signedIn as test } from "../fixtures.mjs";

const fresh = () => `${Date.now()}${Math.floor(Math.random() * 1000)}`;

async function type(page, fields) {
    await open(page, "/accounts/new");
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).first().fill(value);
}

async function create(page, fields) {
    await type(page, fields);
    await page.getByRole("button", { name: /^Crear/ }).click();
}

test("a firm that is there already is shown with the evidence, created all the same, made one and two again", async ({ page, javaScriptEnabled }) => {
    const word = `Zarcillo${fresh()}`;
    const [first, second] = [`Hermanos ${word}, S.L.`, `HNOS ${word.toUpperCase()} SL`];
    await create(page, { Nombre: first, Población: "Alcoi" });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(first);
    const home = page.url().split("?")[0];
    await type(page, { Nombre: second, Población: "Ontinyent" });
    // With JavaScript it is said while one types.
    if (!javaScriptEnabled) await page.getByRole("button", { name: "Crear la cuenta" }).click();
    await expect(page.getByText("¿Ya fue cliente?")).toBeVisible();
    await expect(page.getByText("mismo nombre")).toBeVisible();
    await expect(page.getByLabel("Nombre", { exact: true }).first()).toHaveValue(second);
    await expect(page.getByLabel("Población")).toHaveValue("Ontinyent");
    await checkReflow(page);
    await shot(page, "new-account");
    const use = page.getByRole("link", { name: `Usar esta: ${first}` });
    expect(new URL(await use.getAttribute("href"), home).href).toBe(home);
    await page.getByRole("button", { name: "Crear de todos modos" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(second);
    const gone = page.url().split("?")[0];

    await open(page, "/accounts/alike");
    await checkReflow(page);
    await shot(page, "alike");
    await page.getByRole("link", { name: `Comparar y unir: ${first} · ${second}` }).click();
    await page.getByRole("group", { name: "Dirección" }).getByText("Ontinyent").click();
    await checkReflow(page);
    await shot(page, "merge");
    await page.getByRole("button", { name: "Unirlas" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(first);
    await expect(page.getByText(`Se unió a esta la cuenta «${second}».`)).toBeVisible();
    await expect(page.getByText("Ontinyent").first()).toBeVisible();
    await open(page, gone);
    expect(page.url().split("?")[0]).toBe(home);
    await open(page, "/accounts/alike");
    await page.getByRole("button", { name: `Volver a separarlas: ${second}` }).click();
    await expect(page.getByText(`Se volvió a separar la cuenta «${second}».`)).toBeVisible();
    await open(page, gone);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(second);
    await open(page, "/accounts/alike");
    await page.getByRole("button", { name: `Son dos empresas: ${first} · ${second}` }).click();
    await expect(page.getByRole("link", { name: new RegExp(word) })).toHaveCount(0);
});

test("what cannot be read says so beside it and nothing that was typed is lost", async ({ page }) => {
    await create(page, { Nombre: `Vega <b>${fresh()}</b> 🌊`, NIF: "B12345678", "Código postal": "46870", Cargo: "Gerente" });
    await expect(page.getByLabel("NIF", { exact: true })).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Código postal")).toHaveValue("46870");
    await page.getByLabel("NIF", { exact: true }).fill("B12345674");
    await page.getByRole("button", { name: /^Crear/ }).click();
    // Of a person something is said, and not the name.
    await expect(page.locator("#person-name")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#person-role")).toHaveValue("Gerente");
    await expect(page.getByLabel("Nombre", { exact: true }).first()).toHaveValue(/^Vega <b>/);
});
