// One's agenda in one's own calendar: the secret address is shown once, read by a program that does not sign in, and taken away.
import { checkReflow, expect, open, signedIn as test } from "../fixtures.mjs";

test("the address is shown once, is read without signing in, and is none when it is taken away", async ({ page, playwright }) => {
    await open(page, "/agenda");
    await page.getByRole("link", { name: "Verla en mi calendario" }).click();
    await page.getByRole("button", { name: /^Crear/ }).click();
    const field = page.getByRole("textbox", { name: "Verla en mi calendario" });
    await expect(field).toHaveValue(/\/calendar\/[0-9a-f]{64}\.ics$/);
    const address = await field.inputValue();
    await checkReflow(page);
    const program = await playwright.request.newContext();
    const read = await program.get(address);
    expect(read.status()).toBe(200);
    expect(read.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(await read.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
    await open(page, "/agenda/feed");
    await expect(field).toHaveCount(0);
    await page.getByRole("button", { name: "Retirarla" }).click();
    await expect(page.getByText("Tu agenda no tiene dirección.")).toBeVisible();
    expect((await program.get(address)).status()).toBe(404);
    await program.dispose();
});
