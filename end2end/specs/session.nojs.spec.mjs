// Signing in and out.
import { checkA11y, expect, live, open, reload, shot, signedIn, test } from "../fixtures.mjs";
import { PASSWORD } from "../firm.mjs";

const WRONG = "El correo o la contraseña no son correctos.";

async function signIn(page, email, password) {
    await page.getByLabel("Correo").fill(email);
    await page.getByLabel("Contraseña").fill(password);
    await page.getByRole("button", { name: "Entrar" }).click();
}

const userMenu = (page) => page.getByRole("dialog", { name: "perfil y ajustes" });

async function openUserMenu(page) {
    await page.getByRole("button", { name: "Ana Prueba: perfil y ajustes" }).click();
    await expect(userMenu(page)).toBeVisible();
}

test("a page needs a session, and signing in leads to it", async ({ page, firm }) => {
    await open(page, "/accounts?q=Ácana");
    await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent("/accounts?q=Ácana").replaceAll("%2F", "/").replace("%C3%81", "%25C3%2581")}`);
    await expect(page).toHaveTitle("Entrar · Clientela");
    await checkA11y(page);
    await shot(page, "sign-in");
    await signIn(page, firm.email, PASSWORD);
    await expect(page).toHaveURL("/accounts?q=%C3%81cana");
    await expect(page.getByRole("searchbox")).toHaveValue("Ácana");
    await expect(page.getByRole("navigation", { name: "Principal" }).getByRole("link", { name: "Embudo" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Ana Prueba: perfil y ajustes" })).toBeVisible();
});

test("nobody learns whether it was the e-mail or the password", async ({ page, complaints, firm, javaScriptEnabled }) => {
    if (javaScriptEnabled !== false) complaints.expect(/status of 401.*sign_in/);
    await open(page, "/sign-in?next=/accounts");
    for (const email of [firm.email, "nadie@prueba.example"]) {
        await signIn(page, email, "no es esta de ninguna manera");
        await expect(page.getByRole("alert")).toHaveText(WRONG);
        await expect(page.getByRole("alert")).toHaveCount(1);
        // What was typed is still there; the password is typed again.
        await expect(page.getByLabel("Correo")).toHaveValue(email);
    }
    await shot(page, "sign-in-wrong");
    await checkA11y(page);
    // And after that the right one still goes where it was meant to.
    await signIn(page, firm.email, PASSWORD);
    await expect(page).toHaveURL("/accounts");
});

test("no address of another site is followed after signing in", async ({ page, firm }) => {
    await open(page, "/sign-in?next=//example.com/");
    await signIn(page, firm.email, PASSWORD);
    await expect(page).toHaveURL("/board");
});

test("what the server says without a session", async ({ site }) => {
    for (const path of ["/board", "/accounts", "/opportunities/new", "/no/such/page"]) {
        const answer = await fetch(site.url + path, { redirect: "manual" });
        expect([answer.status, answer.headers.get("location")]).toEqual([303, `/sign-in?next=${path}`]);
    }
});

signedIn("signing out ends this session and no other", async ({ page, firm, elsewhere }) => {
    await firm.signIn();
    const other = await elsewhere(await firm.state());
    const cookie = (await page.context().cookies()).find(({ name }) => name === "clientela");
    await open(page, "/board");
    await openUserMenu(page);
    await shot(page, "user-menu");
    await checkA11y(page);
    await userMenu(page).getByRole("button", { name: "Cerrar sesión", exact: true }).click();
    await expect(page).toHaveURL("/sign-in");
    // Nothing of whoever was here is left in the page.
    await expect(page.getByRole("heading", { name: "Hola de nuevo" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Ana Prueba: perfil y ajustes" })).toHaveCount(0);
    // The old cookie opens nothing.
    await page.context().addCookies([cookie]);
    await page.goto("/board");
    await expect(page).toHaveURL("/sign-in?next=/board");
    await other.goto("/board");
    await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
});

signedIn("signing out everywhere ends the sessions of other devices", async ({ page, firm, elsewhere }) => {
    await firm.signIn();
    const other = await elsewhere(await firm.state());
    await other.goto("/board");
    await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
    await open(page, "/board");
    await openUserMenu(page);
    await userMenu(page).getByRole("button", { name: "Cerrar sesión en todos los dispositivos" }).click();
    await expect(page).toHaveURL("/sign-in");
    await other.goto("/board");
    await expect(other).toHaveURL("/sign-in?next=/board");
});

signedIn("the language and the theme are chosen in the menu, and stay", async ({ page }) => {
    await open(page, "/accounts");
    await openUserMenu(page);
    await userMenu(page).getByRole("button", { name: "Oscuro" }).click();
    await expect(page).toHaveURL("/accounts");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await live(page);
    await openUserMenu(page);
    await expect(userMenu(page).getByRole("button", { name: "Oscuro" })).toHaveAttribute("aria-pressed", "true");
    await shot(page, "user-menu-dark");
    await checkA11y(page);
    await userMenu(page).getByRole("button", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accounts");
    await reload(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("language and theme are there before anybody signs in", async ({ page }) => {
    await open(page, "/sign-in?next=/accounts");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcome back");
    await expect(page).toHaveURL("/sign-in?next=/accounts");
    await page.getByRole("button", { name: "Dark" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
});
