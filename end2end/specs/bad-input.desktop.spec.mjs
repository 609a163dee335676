// Bad input: every field of every form of the clients, read from the page itself and sent as a browser without JavaScript sends it,
// with what is wrong, nothing, enormous, written from right to left, of several signs in one, or markup. Nothing breaks the page, no
// word of the program is on it, and what a form that fails was filled with is still in it. Where scripts run, none of a text does.
import { FORMS, Findings, HOSTILE, RTL, badFor, filled, find, home, isSentence, look, operation, send, shown, stand, world } from "../bad.mjs";
import { checkReflow, expect, open, reload, signedIn } from "../fixtures.mjs";
import { start } from "../server.mjs";

// A program of its own: what is planned here with nonsense stands in nobody else's day.
const test = signedIn.extend({
    server: [
        async ({}, use, worker) => {
            const server = await start(["serve"], `bad-${worker.workerIndex}`);
            await use(server);
            await server.stop();
        },
        { scope: "worker", timeout: 120_000 },
    ],
});

// Where what it says of itself is new since the form was opened.
const refusedBy = (answer, opened) => {
    const words = answer.seen.refusals.filter((it) => !opened.refusals.has(it));
    const fields = answer.seen.invalid.filter((it) => !opened.invalid.has(it));
    return words.length || fields.length ? words : undefined;
};

// Whether a field of a form that came back holds what was typed in it. Of what is enormous its beginning is enough.
function holds(field, typed, { isIt, kind }) {
    if (field.checked !== undefined) return field.value !== typed || field.checked;
    if (isIt && (kind === "control" || field.options)) return true;
    const [has, was] = [field.value, typed].map((text) => shown(text));
    return isIt && kind === "enormous" ? has.length >= 200 && was.startsWith(has) : has === was;
}

for (const form of FORMS) {
    test(`${form.name}: each field with what does not belong there`, async ({ page, firm, site }) => {
        const it = await world(firm);
        const findings = new Findings();
        let opened;
        const reopen = async () => {
            await form.prepare?.(it);
            opened = await stand(page, it, form);
        };
        await reopen();
        // One of each name; of a list its first.
        const typedIn = opened.found.fields.filter((field) => field.type !== "hidden" && !/\[[1-9]\d*\]/.test(field.name));
        const isStale = form.prepare || opened.found.fields.some(({ name }) => /\[seen\]/.test(name));
        for (const field of new Map(typedIn.map((field) => [field.name, field])).values()) {
            for (const [kind, value] of badFor(field)) {
                if (!opened) await reopen();
                const sent = filled(form, opened.found).map(([name, good]) => [name, name === field.name ? value : good]);
                const answer = await send({ page, firm, site }, opened.path, opened.found, sent);
                const about = `${field.name} · ${kind === "wrong" ? `«${value.slice(0, 20)}»` : kind}`;
                for (const wrong of answer.wrong) findings.add(about, wrong);
                const why = refusedBy(answer, opened);
                if (!why) {
                    const isText = !field.options && !["radio", "checkbox"].includes(field.type);
                    // However it is spaced: of the team's letters «A=b» is shown as «A = b».
                    const close = (text) => shown(text).replace(/\s+/g, "");
                    const shows = (seen) => [seen.text, ...seen.values].some((text) => close(text).includes(close(value).slice(0, 190)));
                    if (isText && kind !== "empty" && !shows(answer.seen)) {
                        const pages = await Promise.all((form.shows?.(it) ?? [home(it)]).map(async (path) => look(page, await it.html(path))));
                        if (!pages.some(shows)) findings.add(about, `neither taken nor refused: nothing is said (${answer.url.slice(0, 90)})`);
                    }
                    if (isStale) opened = undefined;
                    continue;
                }
                if (!why.some(isSentence)) findings.add(about, `no sentence says why: ${why}`);
                const again = find(answer.seen, it, form);
                if (!again) findings.add(about, "the form is gone with all that was typed");
                for (const [name, typed] of sent) {
                    const those = (again?.fields ?? []).filter((one) => one.name === name && one.type !== "hidden");
                    const lost = those.find((one) => !holds(one, typed, { isIt: name === field.name, kind }));
                    if (lost) findings.add(about, `lost: ${name} holds «${lost.value.slice(0, 60)}» and not «${typed.slice(0, 60)}»`);
                }
            }
        }
        findings.check("what bad input did");
    });
}

test("whose session has ended is told so, and the report is there after signing in", async ({ page, firm, site }) => {
    const it = await world(firm);
    const opened = await stand(page, it, FORMS.find((one) => one.name === "report"));
    const sent = filled({ name: "report" }, opened.found);
    const answer = await send({ page, firm: { cookie: "clientela=zz" }, site }, opened.path, opened.found, sent);
    const to = new URL(answer.url);
    expect(to.pathname).toBe("/sign-in");
    // It is in the address of the page to which signing in leads.
    const back = await look(page, await it.html(to.searchParams.get("next")));
    expect(back.values).toContain("Piden precio: «dos palés».\nEl lunes, oferta.");
    expect(back.refusals.filter(isSentence)).not.toEqual([]);
});

test("a client of a hostile name is shown as text wherever it stands", async ({ page, firm }) => {
    const it = await world(firm);
    const ran = [];
    page.on("dialog", (dialog) => { ran.push(dialog.message()); dialog.dismiss(); });
    // Without what closes the title of a page, which has a test of its own.
    const name = `${RTL} <script>alert(1)</script>"'&amp;<b data-bad>x</b> ${it.name}`;
    await firm.create(await firm.board(), { account: name, title: name });
    const card = (await firm.board()).cards.find((card) => card.account_name === shown(name));
    const pairs = (fields) => Object.entries({ account: card.account, ...fields, operation: operation() }).map(([key, value]) => [`form[${key}]`, value]);
    const post = (path, fields) => firm.post(path, Object.fromEntries(pairs(fields)));
    await send({ firm, site: firm.site }, "/", { action: "/reports", isParts: true }, pairs({ text: name, with: name.slice(0, 190) }));
    await post("clients/api/save_person", { name, role: name });
    await post("clients/api/tell_need", { text: name });
    await post("agenda/api/file_plan", { what: name, on: new Date().toLocaleDateString("en-CA", { timeZone: "Europe/Madrid" }) });
    await post("messages/api/leave_message", { to: it.me, text: name, phone: "612345678" });
    const q = encodeURIComponent(it.name);
    for (const path of [`/accounts/${card.account}`, `/accounts/${card.account}/edit`, `/accounts?q=${q}`, "/accounts/alike", "/board", "/opportunities", "/today", "/agenda", "/messages", `/messages/new?account=${card.account}`, `/activities/new?account=${card.account}`, `/search?q=${q}`, `/write?q=${q}`, `/accounts/new?q=${q}`]) {
        await open(page, path);
        expect.soft(await page.locator("[data-bad]").count(), `${path}: elements made of a text`).toBe(0);
        if (!/alike|new\?q/.test(path)) expect.soft(await page.evaluate((text) => document.body.textContent.includes(text) || [...document.querySelectorAll("input, textarea")].some((it) => it.value.includes(text)), shown(RTL)), `${path}: what it is called`).toBe(true);
        await checkReflow(page);
    }
    expect(ran).toEqual([]);
});

test("a name that closes the title of its page is still a name", async ({ page, firm }) => {
    const it = await world(firm);
    const name = `${it.name}</title><b data-bad>x</b>`;
    await firm.create(await firm.board(), { account: name });
    const card = (await firm.board()).cards.find((card) => card.account_name === name);
    await open(page, `/accounts/${card.account}`);
    await expect.soft(page).toHaveTitle(`${name} · Clientela`);
    await expect(page.locator("[data-bad]")).toHaveCount(0);
});

test("the composer keeps what it cannot send, of whatever letters and however many", async ({ page, firm, complaints }) => {
    complaints.expect(/status of 4\d\d.*(reports|write_account_report)/);
    const it = await world(firm);
    const ran = [];
    page.on("dialog", (dialog) => { ran.push(dialog.message()); dialog.dismiss(); });
    await open(page, `/accounts/${it.account}`);
    const text = page.getByLabel("Qué se habló y qué se prometió");
    const composer = page.getByRole("form", { name: "Anotar" });
    for (const [what, typed] of Object.entries({ hostile: HOSTILE, enormous: "ñ".repeat(20_000), control: "uno\u0007dos" })) {
        await text.fill(typed);
        await composer.getByLabel("Con quién").fill(HOSTILE.slice(0, 200));
        await composer.locator("[name='form[on]']").fill("2999-01-01");
        await composer.getByRole("button", { name: "Guardar" }).click();
        await expect(composer.getByRole("alert"), what).toContainText(/[a-zñ]{3}.*\./);
        expect(await text.inputValue(), what).toBe(typed);
        await expect(composer.getByLabel("Con quién")).toHaveValue(HOSTILE.slice(0, 200));
    }
    await reload(page);
    await expect(text).toHaveValue("uno\u0007dos");
    await text.fill(`${HOSTILE} ${it.name}`);
    await composer.locator("[name='form[on]']").fill(new Date().toLocaleDateString("en-CA", { timeZone: "Europe/Madrid" }));
    await composer.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByRole("region", { name: "Historia" }).getByRole("listitem").filter({ hasText: it.name })).toContainText(shown(RTL));
    expect(await page.locator("[data-bad]").count()).toBe(0);
    expect(ran).toEqual([]);
    await checkReflow(page);
});
