// Who may do what with a client: reception and technicians write down and leave word, sellers of the zone keep what is theirs,
// marketing changes many at once, management instructs; and nobody is offered what would be refused.
import { demo as test, expect, open, reload } from "../fixtures.mjs";

async function enter(page, person, path) {
    // The page of whoever was here before asks no more.
    await page.goto("about:blank");
    await page.context().clearCookies();
    await page.context().addCookies((await person.state()).cookies);
    return open(page, path);
}

// A client of the zone of somebody, by its page.
async function clientOf(person, stage = "qualification") {
    const board = await person.board();
    const { account, account_name } = board.cards.find((card) => card.account && card.stage === board.stage[stage].id);
    return { path: `/accounts/${account}`, id: account, name: account_name };
}

const main = (page) => page.getByRole("main");

test("reception writes down what it heard, leaves word for who keeps the client, and sees no money", async ({ page, as }) => {
    const [ines, lucia] = [await as("ines"), await as("lucia")];
    const client = await clientOf(lucia);
    await enter(page, ines, client.path);
    // What the client turns over is a fact of theirs; what is sold to them is not shown.
    await expect(main(page).getByText("€").and(page.locator(":not(dd)"))).toHaveCount(0);
    await expect(main(page).getByRole("link", { name: "Editar", exact: true })).toHaveCount(0);
    await expect(main(page).getByText("Dejar una indicación")).toHaveCount(0);
    const words = `Llamó el encargado de la nave. ${Date.now()}`;
    await page.getByLabel("Qué se habló y qué se prometió").fill(words);
    await page.getByRole("form", { name: "Anotar" }).getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByRole("region", { name: "Historia" })).toContainText(words);
    await page.getByRole("link", { name: "Dejar un recado" }).click();
    await page.getByLabel("Qué hay que saber o hacer").fill(words);
    await page.getByRole("combobox", { name: "Para" }).selectOption({ label: "Lucía Peiró" });
    await page.getByRole("button", { name: "Dejar el recado" }).click();
    await expect(page.getByRole("region", { name: "Los que has dejado" })).toContainText(words);

    await enter(page, lucia, "/today");
    const waits = page.getByRole("region", { name: "Recados" }).getByRole("listitem").filter({ hasText: words });
    await waits.getByRole("button", { name: "Aceptar", exact: true }).click();
    await expect(waits).toHaveCount(0);
    await enter(page, ines, "/messages");
    const left = page.getByRole("region", { name: "Los que has dejado" }).getByRole("listitem").filter({ hasText: words });
    await expect(left).toContainText("Aceptado por Lucía Peiró");
});

test("a technician says what a client misses, and corrects nobody else's report", async ({ page, as }) => {
    const [paco, lucia] = [await as("paco"), await as("lucia")];
    const client = await clientOf(lucia);
    await enter(page, paco, client.path);
    const need = `El servidor se para ${Date.now()}`;
    const section = page.getByRole("region", { name: "Qué necesita" });
    await section.getByText("Apuntar algo").click();
    await section.getByLabel("En pocas palabras").fill(need);
    await section.getByRole("button", { name: "Guardar" }).click();
    await expect(section.getByRole("listitem").filter({ hasText: need })).toBeVisible();
    await expect(section.getByRole("listitem").filter({ hasText: need }).getByRole("button", { name: "Resuelto" })).toBeVisible();
    const words = `Sustituida la fuente. ${Date.now()}`;
    await page.getByLabel("Qué se habló y qué se prometió").fill(words);
    await page.getByRole("form", { name: "Anotar" }).getByRole("button", { name: "Guardar" }).click();
    const history = page.getByRole("region", { name: "Historia" });
    await expect(history).toContainText(words);
    await reload(page);
    const own = history.getByRole("listitem").filter({ hasText: words });
    await expect(own.getByRole("link", { name: "Corregir" })).toBeVisible();
    await expect(history.getByRole("link", { name: "Corregir" })).toHaveCount(1);
});

test("a zone's salesperson finds and lists the zone's clients alone, and gives no instruction", async ({ page, as, complaints }) => {
    const [josep, lucia] = [await as("josep"), await as("lucia")];
    const [mine, hers] = [await clientOf(josep), await clientOf(lucia)];
    await enter(page, josep, `/accounts?q=${encodeURIComponent(hers.name)}`);
    await expect(page.getByRole("rowheader").getByRole("link", { name: hers.name, exact: true })).toHaveCount(0);
    await open(page, `/search?q=${encodeURIComponent(hers.name)}`);
    await expect(main(page).getByRole("link", { name: hers.name })).toHaveCount(0);
    await open(page, `/write?q=${encodeURIComponent(hers.name)}`);
    await expect(main(page).getByRole("link", { name: hers.name })).toHaveCount(0);
    complaints.expect(/status of 404/);
    for (const path of [hers.path, `${hers.path}/edit`, `/activities/new?account=${hers.id}`, `/messages/new?account=${hers.id}`]) {
        expect((await open(page, path)).status(), path).toBe(404);
    }
    await open(page, mine.path);
    await expect(main(page).getByRole("link", { name: "Editar", exact: true })).toBeVisible();
    await expect(main(page).getByText("Dejar una indicación")).toHaveCount(0);
});

test("management instructs, and each reader says that it is read", async ({ page, as }) => {
    const [raul, lucia] = [await as("raul"), await as("lucia")];
    const client = await clientOf(lucia, "proposal");
    await enter(page, raul, client.path);
    const words = `Nada de descuentos hasta que paguen. ${Date.now()}`;
    await page.getByText("Dejar una indicación").click();
    await page.getByLabel("Indicación de Gerencia").fill(words);
    await page.locator("form[action$=instruct_on_account]").getByRole("button", { name: "Guardar" }).click();
    await enter(page, lucia, client.path);
    const note = page.getByRole("complementary", { name: "Indicación de Gerencia" });
    await expect(note).toContainText(words);
    await note.getByRole("button", { name: "Leída" }).click();
    await expect(note).toContainText("La has leído.");
    await enter(page, raul, client.path);
    await expect(page.getByRole("complementary", { name: "Indicación de Gerencia" })).toContainText("Lucía Peiró");
});

test("marketing changes many clients at once, and finance changes none", async ({ page, as }) => {
    const [sonia, elena] = [await as("sonia"), await as("elena")];
    await enter(page, sonia, "/accounts");
    await expect(page.getByRole("link", { name: "Cambiar varias" }).or(page.getByText("Cambiar varias"))).toBeVisible();
    await enter(page, elena, "/accounts");
    await expect(page.getByText("Cambiar varias")).toHaveCount(0);
    await page.getByRole("rowheader").getByRole("link").first().click();
    await expect(page.getByRole("region", { name: "Historia" })).toBeVisible();
    await expect(main(page).getByRole("link", { name: "Editar", exact: true })).toHaveCount(0);
    await expect(main(page).getByText("€").first()).toBeVisible();
});
