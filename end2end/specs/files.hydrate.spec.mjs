// A report with a photo: it goes up with the words, and what is too large loses none of them.
import { expect, open, reload, signedIn as test } from "../fixtures.mjs";

const PIXEL = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
);

test("a photo goes up with its report, and what is too large says so and loses nothing", async ({ page, firm, complaints }) => {
    complaints.expect(/status of 422/);
    const name = `Naves Onda ${Date.now()}`;
    await firm.lay([{ account: name, title: "Cubierta" }]);
    await open(page, `/accounts?q=${encodeURIComponent(name)}`);
    await page.getByRole("link", { name }).click();
    const text = page.getByLabel("Qué se habló y qué se prometió");
    const files = page.getByLabel("Adjuntar archivos");
    await text.fill("Vimos la cubierta; mandamos el presupuesto el lunes");
    await files.setInputFiles({ name: "grande.bin", mimeType: "image/png", buffer: Buffer.alloc(25_000_001) });
    await page.getByRole("form", { name: "Anotar" }).getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText(/Un archivo pasa de 25 MB/)).toBeVisible();
    await expect(text).toHaveValue("Vimos la cubierta; mandamos el presupuesto el lunes");
    await files.setInputFiles({ name: "cubierta peña.html", mimeType: "text/html", buffer: PIXEL });
    await page.getByRole("form", { name: "Anotar" }).getByRole("button", { name: "Guardar" }).click();
    const photo = page.getByRole("link", { name: /cubierta peña\.html/ });
    await expect(photo).toBeVisible();
    await reload(page);
    await expect(photo).toBeVisible();
    const answer = await page.request.get(await photo.getAttribute("href"));
    expect(answer.headers()["content-type"]).toBe("image/png");
});
