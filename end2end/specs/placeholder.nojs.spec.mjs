// Holds the place of the first real spec; delete it then.
import { expect, test } from "../fixtures.mjs";

test("the server answers", async ({ request }) => {
    expect((await request.get("/health")).status()).toBe(200);
});
