// What a client needs: written down in a few words, settled in one tap.
import { checkReflow, expect, open, signedIn as test } from "../fixtures.mjs";

test("what a client needs is written down, put off and settled", async ({ page, firm }) => {
    const name = `Prensas Ibi ${Date.now()}`;
    await firm.lay([{ account: name, title: "Molde", amount: "2.000" }]);
    await open(page, `/accounts?q=${encodeURIComponent(name)}`);
    await page.getByRole("link", { name }).click();
    const section = page.getByRole("region", { name: "Qué necesita" });
    await section.getByText("Apuntar algo").click();
    await section.getByRole("button", { name: "Guardar" }).click();
    // Without words there is nothing to keep.
    await expect(section.getByLabel("En pocas palabras")).toHaveAttribute("aria-invalid", "true");
    await section.getByLabel("En pocas palabras").fill("La prensa <b>se para</b> los lunes 🛠");
    await section.getByRole("combobox", { name: "Qué es" }).selectOption({ label: "Problema" });
    await section.getByRole("button", { name: "Guardar" }).click();
    const one = section.getByRole("listitem").filter({ hasText: "La prensa <b>se para</b> los lunes 🛠" });
    await expect(one.getByText("Problema")).toBeVisible();
    await checkReflow(page);
    await one.getByRole("button", { name: "Más adelante" }).click();
    await expect(one.getByText("Más adelante")).toBeVisible();
    await one.getByRole("button", { name: "Resuelto" }).click();
    await section.getByText("Resuelto (1)").click();
    await expect(one.getByRole("button", { name: "Ahora" })).toBeVisible();
    await expect(page.getByText("Problema: La prensa <b>se para</b> los lunes 🛠 (resuelto).")).toBeVisible();
});
