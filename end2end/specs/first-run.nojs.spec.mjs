// The first start: somebody with the terminal in sight creates the firm.
import { checkA11y, expect, open, shot, test } from "../fixtures.mjs";
import { PASSWORD, token } from "../firm.mjs";
import { start } from "../server.mjs";

// A program that nobody has set up.
const it = test.extend({
    site: async ({}, use, info) => {
        const site = await start(["serve"], `first-${info.parallelIndex}`);
        await use(site);
        await site.stop();
    },
});

const right = {
    "Clave de un solo uso": "",
    "Nombre de la empresa": "Asesoría Marqués y Roig",
    "Tu nombre y apellidos": "Marc Roig",
    Correo: "marc@marquesroig.example",
    Contraseña: PASSWORD,
    "Repite la contraseña": PASSWORD,
};

async function send(page, site, changes = {}) {
    const typed = { ...right, "Clave de un solo uso": token(site), ...changes };
    for (const [label, value] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(value);
    await page.getByRole("button", { name: "Crear la empresa y entrar" }).click();
}

it("what is wrong is said, in Spanish, where it is wrong", async ({ page, site, complaints, javaScriptEnabled }) => {
    // Seven forms, each filled in whole, and a password hashed for the last.
    it.slow();
    if (javaScriptEnabled !== false) complaints.expect(/status of 4\d\d.*set_up/);
    await open(page, "/");
    await expect(page).toHaveURL("/set-up");
    await expect(page).toHaveTitle("Empecemos · Clientela");
    await checkA11y(page);
    await shot(page, "set-up");

    await send(page, site, { "Clave de un solo uso": "AAAA-BBBB-CCCC-DDDD" });
    await expect(page.getByRole("alert")).toHaveText("Esa clave no es la que muestra la ventana donde arrancaste Clientela.");
    await shot(page, "set-up-wrong-key");
    await expect(page.getByLabel("Nombre de la empresa")).toHaveValue("Asesoría Marqués y Roig");
    await expect(page.getByLabel("Correo", { exact: true })).toHaveValue("marc@marquesroig.example");

    const refusals = [
        ["Correo", "marc@", "Falta el dominio después de la arroba: escríbelo como nombre@empresa.es.", "marc@marquesroig"],
        ["Contraseña", "corta", "La contraseña es demasiado corta: usa 12 caracteres o más."],
        ["Contraseña", "administrador", "Esa contraseña es de las primeras que se prueban: elige otra menos común."],
        ["Repite la contraseña", "otra cosa distinta", "Las dos contraseñas no son iguales."],
        ["Nombre de la empresa", "   ", "Falta este dato: escríbelo."],
    ];
    // The browser itself refuses an address without a domain; this one it lets through.
    refusals[0] = ["Correo", "marc@marquesroig", "El dominio no está bien escrito: revisa lo que va después de la arroba."];
    for (const [label, value, sentence] of refusals) {
        await send(page, site, { [label]: value });
        const field = page.getByLabel(label, { exact: true });
        await expect(field).toHaveAccessibleDescription(new RegExp(sentence.replaceAll(/[.?]/g, "\\$&")));
        await expect(field).toHaveAttribute("aria-invalid", "true");
        await expect(page.getByText(sentence)).toBeVisible();
        await expect(page.getByRole("alert")).toHaveCount(0);
    }
    await checkA11y(page);
    await shot(page, "set-up-field-error");
});

it("the right key leads to the board, and there is nothing to set up any more", async ({ page, site, elsewhere }) => {
    await open(page, "/set-up");
    await send(page, site);
    await expect(page).toHaveURL("/board");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Embudo comercial");
    // The page is whole: whoever has just signed in finds the way to everything else.
    await expect(page.getByRole("navigation", { name: "Principal" }).getByRole("link", { name: "Cuentas" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Marc Roig: perfil y ajustes" })).toBeVisible();
    await expect(page.getByText("Tu primera oportunidad cabe en tres datos")).toBeVisible();

    await open(page, "/set-up");
    await expect(page).toHaveURL("/board");
    const somebody = await elsewhere();
    await somebody.goto("/set-up");
    await expect(somebody).toHaveURL("/sign-in");
});
