// Recados: left for a colleague, accepted with a receipt, made into a task that says who brought it.
import { checkReflow, expect, open, shot, signedIn as test } from "../fixtures.mjs";

test("a message is left, accepted and made into a task that says who brought it", async ({ page, firm }) => {
    const name = `Harinas Benigànim ${Date.now()}`;
    await firm.lay([{ account: name, title: "Silo", amount: "4.000" }]);
    await open(page, `/accounts?q=${encodeURIComponent(name)}`);
    await page.getByRole("link", { name }).click();
    await page.getByRole("link", { name: "Dejar un recado" }).click();
    // What cannot be read says so, and nothing is lost.
    await page.getByLabel("De parte de").fill("Rafael <b>Sempere</b> 🌾");
    await page.getByLabel("Teléfono para devolver la llamada").fill("96");
    await page.getByLabel("Qué hay que saber o hacer").fill("Que le llames: quiere otro silo.");
    await page.getByRole("combobox", { name: "Para" }).selectOption({ index: 1 });
    await page.getByRole("button", { name: "Dejar el recado" }).click();
    await expect(page.getByLabel("Teléfono para devolver la llamada")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Qué hay que saber o hacer")).toHaveValue("Que le llames: quiere otro silo.");
    await checkReflow(page);
    await shot(page, "message-new");
    await page.getByLabel("Teléfono para devolver la llamada").fill("612 345 678");
    await page.getByRole("button", { name: "Dejar el recado" }).click();
    const left = page.getByRole("region", { name: "Los que has dejado" }).getByRole("listitem").filter({ hasText: name });
    await expect(left.getByText("Sin aceptar todavía")).toBeVisible();
    await expect(left.getByText("Rafael <b>Sempere</b> 🌾")).toBeVisible();
    await checkReflow(page);
    await shot(page, "messages");
    // The administrator of the specs is the first in the list: it waits in Hoy as well.
    await open(page, "/today");
    const waits = page.getByRole("region", { name: "Recados" }).getByRole("listitem").filter({ hasText: name });
    await waits.getByRole("button", { name: "Aceptar y planificar" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page.getByLabel("De qué se trata").or(page.locator("[name='form[what]']")).first()).toHaveValue("Que le llames: quiere otro silo.");
    await page.getByRole("button", { name: "Planificar" }).click();
    await expect(page.getByText(/lo trajo /)).toBeVisible();
    await expect(page.getByText("Recado aceptado.")).toBeVisible();
    await open(page, "/messages");
    const receipt = page.getByRole("region", { name: "Los que has dejado" }).getByRole("listitem").filter({ hasText: name });
    await expect(receipt.getByText(/Aceptado por /)).toBeVisible();
});
