// The list of accounts and the page of one.
import { expect, open, reload, signedIn as test } from "../fixtures.mjs";

const names = (page) => page.getByRole("rowheader").getByRole("link");

test("searching, paging and the way back", async ({ page, firm }) => {
    const letters = Array.from({ length: 53 }, (_, n) => `Paginada ${String(n + 1).padStart(2, "0")}`);
    // Once is enough for the worker's firm: an account is found again by its name.
    await firm.lay([...letters, "Ágora Gestión", "Ñora Consultores"].map((account) => ({ account })));
    await open(page, "/accounts");
    await page.getByRole("searchbox", { name: "Nombre, población, NIF, teléfono…" }).fill("pagin");
    await page.getByRole("button", { name: "Buscar" }).click();
    await expect(page).toHaveURL("/accounts?q=pagin");
    await expect(names(page)).toHaveCount(50);
    await expect(names(page).first()).toHaveText("Paginada 01");
    await expect(page.getByRole("searchbox")).toHaveValue("pagin");
    await expect(page.getByText("53 cuentas", { exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: "Anteriores" })).toHaveCount(0);
    await page.getByRole("link", { name: "Siguientes" }).click();
    await expect(names(page)).toHaveText(letters.slice(50));
    await expect(page.getByRole("link", { name: "Siguientes" })).toHaveCount(0);
    await expect(page.getByRole("searchbox")).toHaveValue("pagin");
    await reload(page);
    await expect(names(page)).toHaveText(letters.slice(50));
    await page.getByRole("link", { name: "Anteriores" }).click();
    await expect(names(page)).toHaveCount(50);
    await page.goBack();
    await expect(names(page)).toHaveText(letters.slice(50));
});

test("accents and capitals do not matter; what is not there is said", async ({ page, firm }) => {
    await firm.lay([{ account: "Ágora Gestión" }, { account: "Ñora Consultores" }]);
    for (const [text, found] of [["agora", ["Ágora Gestión"]], ["ÁGORA g", ["Ágora Gestión"]], ["ñora", ["Ñora Consultores"]]]) {
        await open(page, "/accounts");
        await page.getByRole("searchbox").fill(text);
        await page.keyboard.press("Enter");
        await expect(names(page)).toHaveText(found);
        await expect(page.getByRole("searchbox")).toHaveValue(text);
    }
    await open(page, "/accounts?q=nadie+se+llama+as%C3%AD");
    await expect(page.getByText("Ninguna cuenta tiene eso en el nombre, la población, el sector, el NIF, el teléfono o el correo.")).toBeVisible();
    await expect(page.getByRole("searchbox")).toHaveValue("nadie se llama así");
});

test("from the list to the client and back", async ({ page, firm }) => {
    await firm.lay([{ account: "Talleres Ronda", title: "Plan de igualdad", amount: "12.450" }]);
    await open(page, "/accounts?q=Talleres");
    await names(page).first().click();
    await expect(page).toHaveURL(/\/accounts\/[0-9a-f]{32}$/);
    await expect(page).toHaveTitle("Talleres Ronda · Clientela");
    await expect(page.getByRole("region", { name: "Oportunidades" })).toContainText("Plan de igualdad");
    await expect(page.getByRole("region", { name: "Talleres Ronda" })).toContainText("Ana Prueba");
    await page.getByRole("main").getByRole("link", { name: "Cuentas" }).click();
    await expect(page).toHaveURL("/accounts");
});

test("what is not there", async ({ page, complaints }) => {
    complaints.expect(/status of 404/);
    const id = "01a1ffa99bfe73c49db846db530c09f4";
    for (const path of [`/accounts/${id}`, "/accounts/nada", `/opportunities/${id}/move`, "/no/such/page"]) {
        const answer = await open(page, path);
        expect(answer.status()).toBe(404);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aquí no hay nada");
    }
    await page.getByRole("link", { name: "Volver al embudo" }).click();
    await expect(page).toHaveURL("/board");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Embudo comercial");
});

test("the list is narrowed by relationship and by who holds it, and that stays with a search", async ({ page, firm }) => {
    await firm.lay([{ account: "Estrecha Uno" }, { account: "Estrecha Dos" }]);
    await open(page, "/accounts?q=estrecha");
    // On a phone the choices are folded until they are wanted.
    if (!(await page.getByLabel("Cualquier relación").isVisible())) await page.getByText("Más filtros", { exact: true }).click();
    await page.getByLabel("Cualquier relación").selectOption("Cliente activo");
    await page.getByRole("button", { name: "Filtrar" }).click();
    await expect(page.getByText("Ninguna cuenta cumple el filtro.")).toBeVisible();
    await page.getByLabel("Cualquier relación").selectOption("Público objetivo");
    await page.getByRole("button", { name: "Filtrar" }).click();
    await expect(names(page)).toHaveText(["Estrecha Dos", "Estrecha Uno"]);
    await page.getByRole("link", { name: "Las mías" }).click();
    await expect(names(page)).toHaveText(["Estrecha Dos", "Estrecha Uno"]);
    await page.getByRole("searchbox").fill("estrecha u");
    await page.keyboard.press("Enter");
    await expect(names(page)).toHaveText(["Estrecha Uno"]);
    await expect(page).toHaveURL(/lifecycle=target/);
    await page.getByRole("link", { name: "Quitar filtros" }).click();
    await expect(page).not.toHaveURL(/lifecycle/);
});
