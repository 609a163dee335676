// Bad input: what is typed where it does not belong, the forms it is typed in, read from the page itself, and what must hold of
// every answer whatever was sent.
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { expect } from "./fixtures.mjs";

// What may stand in a line of text and must come out again as text. Each has a word of its own, so that it is found again.
export const RTL = "\u202Eشركة النور للتجارة חברת האור 123\u202C";
const EMOJI = "👨‍👩‍👧‍👦 🏳️‍🌈 👩🏽‍🔧 e\u0301";
const HTML = `</textarea></title></script><script>alert(1)</script>"'&amp;<b data-bad>x</b>`;
export const HOSTILE = `${EMOJI} ${RTL} ${HTML}`;
const CONTROL = "uno\u0000dos\u0007tres\u001b";
const ENORMOUS = "letras".repeat(8334).slice(0, 50_000);

// As a text is shown: the marks that turn its direction are taken out.
export const shown = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();

// What is not of its kind, by what the field is called; several where there are several ways to be wrong.
function wrongFor({ name, type, options }) {
    const short = name.match(/\[?(\w+)\](\[\])?$/)?.[1] ?? name;
    if (options) return ["no-es-una-opcion"];
    if (type === "checkbox" || type === "radio") return ["no-es-una-opcion"];
    if (type === "date" || /(^|_)on$/.test(short)) return ["31/02/2026", "99999-01-01", "0000-00-00", "mañana sin falta"];
    if (type === "time") return ["25:61", "a las tantas"];
    if (type === "email" || short === "email") return ["sin-arroba", "@", "a@b@c.es"];
    if (short === "phone") return ["96", "+", "9".repeat(40), "llámame"];
    if (short === "nif") return ["B12345678", "ñññññññññ"];
    if (short === "postal_code") return ["99999", "-1", "４６００１"];
    if (/turnover|amount/.test(short)) return ["mucho", "-1", "1,234.567,8", "9".repeat(30), "1e999", "NaN"];
    if (/minutes|after|days|megabytes/.test(short)) return ["-1", "0", "4294967296", "1e3", "NaN"];
    return [];
}

// Every kind of bad value for a field that is typed in, by its name here.
export function badFor(field) {
    const wrong = wrongFor(field).map((value) => ["wrong", value]);
    if (field.options || ["checkbox", "radio"].includes(field.type)) return [...wrong, ["empty", ""]];
    return [...wrong, ["empty", ""], ["enormous", ENORMOUS], ["hostile", HOSTILE], ["control", CONTROL]];
}

// A UUIDv7 of now: a form that was done is not done again under the same one.
export function operation() {
    const random = randomUUID().replaceAll("-", "");
    return Date.now().toString(16).padStart(12, "0") + "7" + random.slice(13);
}

// Asks as a browser does, which reads longer headers than Node does by itself, and goes where it is sent: { status, url, html }.
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
export async function ask(url, { method = "GET", headers = {}, body, most = 5 }) {
    const answer = await new Promise((done, fail) => {
        const asked = request(url, { method, agent, maxHeaderSize: 1 << 20, headers: { accept: "text/html,application/xhtml+xml", "sec-fetch-site": "same-origin", ...headers } }, (answer) => {
            const parts = [];
            answer.on("data", (part) => parts.push(part)).on("error", fail);
            answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, html: Buffer.concat(parts).toString("utf8") }));
        });
        asked.setTimeout(20_000, () => asked.destroy(new Error("no answer in 20 s")));
        asked.on("error", fail).end(body);
    });
    const to = answer.headers.location;
    if (!to || most === 0 || answer.status < 300 || answer.status > 399) return { ...answer, url };
    const { cookie, referer } = headers;
    return ask(new URL(to, url).href, { headers: { cookie, ...(referer ? { referer } : {}) }, most: most - 1 });
}

// What a page says about itself: its forms with all that is typed in them, its text, what it refuses and what must not be there.
// Read by the browser's own parser, in which no script runs.
export const look = (page, html) =>
    page.evaluate((html) => {
        const page = new DOMParser().parseFromString(html, "text/html");
        const said = (it) => it?.textContent.replace(/\s+/g, " ").trim() ?? "";
        const forms = [...page.forms].map((form) => ({
            action: form.getAttribute("action") ?? "",
            method: form.method,
            isParts: form.enctype === "multipart/form-data",
            label: form.getAttribute("aria-label") ?? "",
            fields: [...form.elements]
                .filter((it) => it.name && !it.matches("button, fieldset, output, [type=file]"))
                .map((it) => ({
                    name: it.name,
                    type: it.tagName === "TEXTAREA" ? "textarea" : it.type,
                    value: it.tagName === "INPUT" ? it.getAttribute("value") ?? (["checkbox", "radio"].includes(it.type) ? "on" : "") : it.value,
                    options: it.tagName === "SELECT" ? [...it.options].map((option) => option.value) : undefined,
                    checked: ["checkbox", "radio"].includes(it.type) ? it.checked : undefined,
                    most: it.maxLength,
                })),
            buttons: [...form.elements].filter((it) => it.matches("button:not([disabled], [type=button])")).map((it) => ({ name: it.name, value: it.value })),
        }));
        const refusals = [...page.querySelectorAll(".field__error, [role=alert], .notice[data-tone=lacre], .blank__text")].map(said).filter(Boolean);
        const invalid = [...page.querySelectorAll("[aria-invalid=true]")].map((it) => it.name);
        return {
            title: page.title,
            heading: said(page.querySelector("h1")),
            rail: page.querySelector("nav.rail a[href]") !== null,
            whole: page.querySelector("#whole") !== null,
            forms,
            refusals,
            invalid,
            // What a value became that was read as markup.
            made: [...page.querySelectorAll("[data-bad], [onfocus], [onerror]")].map((it) => it.outerHTML.slice(0, 200)),
            scripts: [...page.scripts].filter((it) => /^\s*alert\(1\)/.test(it.textContent)).length,
            text: page.body?.textContent ?? "",
            values: [...page.querySelectorAll("input, textarea")].map((it) => it.getAttribute("value") ?? it.value),
        };
    }, html);

// The words of a program and not of a page.
const RAW = /panicked|Form requests must have|Failed to buffer|error deserializing|surreal(db|kv)|missing field|invalid type|invalid value|expected (a|one of|struct|u\d|i\d)|unknown variant|duplicate field|serde|Err\(|Some\(|AppError|ServerFn|stack backtrace|src\/\w+\.rs|Failed to deserialize|length limit exceeded/i;

// What must hold of every answer to a person: [] or what is wrong with it.
export function faults(status, seen, html) {
    const wrong = [];
    if (status >= 500) wrong.push(`status ${status}`);
    const raw = html.replace(/<script[\s\S]*?<\/script>/g, "").match(RAW);
    if (raw) wrong.push(`raw words: «${html.slice(Math.max(0, raw.index - 60), raw.index + 100).replace(/\s+/g, " ")}»`);
    if (!seen.rail || !seen.whole || !/ · Clientela$|^Clientela$/.test(seen.title)) {
        wrong.push(`no whole page: status ${status}, title «${seen.title}», «${html.slice(0, 160)}»`);
    }
    if (seen.scripts || seen.made.length) wrong.push(`markup was made of it: ${seen.scripts} scripts, ${seen.made}`);
    return wrong;
}

export const day = (days) => new Date(Date.now() + days * 86_400_000).toLocaleDateString("en-CA", { timeZone: "Europe/Madrid" });
export const nested = (fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [`form[${name}]`, value]));
export const short = (name) => name.match(/\[?(\w+)\](\[\])?$/)?.[1] ?? name;

// What each field is filled with when it is another one's turn, by its name without the brackets.
export const GOOD = {
    name: "Peña & Hijos «ñ» 🌾", role: "Gerente", phone: "612345678", email: "ana@ejemplo.es", web: "ejemplo.es", nif: "B12345674",
    street: "Calle de San Nicolás, 3", postal_code: "46870", town: "Ontinyent", country: "España", sector: "Textil",
    turnover: "1.234,56", text: "Piden precio: «dos palés».\nEl lunes, oferta.", with: "Vicent Benlloch", on: day(-1), next_on: day(2),
    next_what: "Enviar la oferta", at: "16:30", minutes: "30", what: "Enviar el calendario", words: "Que llamemos luego",
    inactive_after: "365", most_megabytes: "25", glossary: "PRL = prevención de riesgos", title: "Plan de igualdad", amount: "900", close_on: day(30), account: "Harinas",
};

// A client with everything that a form may be about, made by the same addresses.
export async function world(firm) {
    const name = `Entrada ${randomUUID().slice(0, 8)}`;
    const it = { name, firm };
    it.newAccount = async () => {
        const called = `${name} ${randomUUID().slice(0, 8)}`;
        it.called = called;
        await firm.create(await firm.board(), { account: called });
        return (await firm.board()).cards.find((card) => card.account_name === called).account;
    };
    it.account = await it.newAccount();
    it.html = async (path) => (await firm.page(path)).text();
    it.me = (await it.html(`/messages/new?account=${it.account}`)).match(/<option[^>]*value="([0-9a-f]{32})"/)[1];
    it.plan = (extra = {}) => firm.post("agenda/api/file_plan", nested({ operation: operation(), account: it.account, on: day(0), ...extra }));
    it.message = () => firm.post("messages/api/leave_message", nested({ operation: operation(), account: it.account, to: it.me, text: "Que llames." }));
    it.renew = async () => (it.account = await it.newAccount());
    await firm.post("clients/api/save_person", nested({ operation: operation(), account: it.account, name: "Amparo Llorens" }));
    it.person = (await it.html(`/accounts/${it.account}`)).match(/who=([0-9a-f]{32})/)[1];
    const report = Object.entries(nested({ operation: operation(), account: it.account, text: "Vino el gerente." }));
    await send({ page: undefined, firm, site: firm.site }, home(it), { action: "/reports", isParts: true }, report);
    it.entry = (await it.html(`/accounts/${it.account}`)).match(/entries\/([0-9a-f]{32})/)[1];
    return it;
}

export const home = (it) => `/accounts/${it.account}`;
const edit = (it) => `/accounts/${it.account}/edit`;
const has = (name, value) => (form) => form.fields.some((field) => field.name === name && (value === undefined || field.value === value));

// Every form of the clients: where it is, how it is told from others of its page, and what is made before it is filled in again.
export const FORMS = [
    { name: "new account", action: "create_account", at: () => "/accounts/new", also: () => [], and: { anyway: "yes" } },
    { name: "facts", action: "edit_account", at: edit, shows: (it) => [edit(it)] },
    { name: "new person", action: "save_person", at: (it) => `${home(it)}?who=new` },
    { name: "person", action: "save_person", at: (it) => `${home(it)}?who=${it.person}`, which: (it) => has("form[contact]", it.person) },
    { name: "report", action: "reports", at: home },
    { name: "correction", action: "correct_report", at: (it) => `${home(it)}/entries/${it.entry}` },
    { name: "instruction", action: "instruct_on_account", at: home },
    { name: "act", action: "advance_account", at: home, prepare: (it) => it.renew() },
    { name: "need", action: "tell_need", at: home, which: () => has("form[text]") },
    { name: "plan", action: "file_plan", at: (it) => `/activities/new?account=${it.account}`, good: { on: day(2) } },
    {
        name: "conclusion", action: "tell_outcome", at: home, good: { on: day(2) }, shows: (it) => [home(it)],
        prepare: async (it) => { await it.renew(); await it.plan(); },
    },
    {
        name: "another day", action: "tell_outcome", at: () => "/today", good: { on: day(2) }, press: "replan",
        which: (it) => (form) => form.label.includes(it.called), prepare: async (it) => { await it.renew(); await it.plan(); }, shows: (it) => [home(it)],
    },
    { name: "message", action: "leave_message", at: (it) => `/messages/new?account=${it.account}`, shows: () => ["/messages"] },
    {
        name: "merge", action: "merge_accounts", at: (it) => `/accounts/${it.account}/merge/${it.gone}`,
        prepare: async (it) => {
            it.account = await it.newAccount();
            it.gone = await it.newAccount();
            const facts = { phone: "612345678", street: "Mayor, 1", town: "Alcoi", email: "a@ejemplo.es", kind: "supplier" };
            await it.firm.post("clients/api/edit_account", nested({ operation: operation(), account: it.gone, seen: "1", name: it.name, ...facts }));
        },
    },
    { name: "settings", action: "change_settings", at: () => "/settings", shows: () => ["/settings"] },
];

// The form as a person finds it: its fields, and its page as it is without a refusal.
export async function stand(page, it, form) {
    const path = await form.at(it);
    const seen = await look(page, await it.html(path));
    const found = find(seen, it, form);
    expect(found, `${form.name} on ${path}`).toBeTruthy();
    return { path, found, refusals: new Set(seen.refusals), invalid: new Set(seen.invalid) };
}

export const find = (seen, it, form) =>
    seen.forms.find((one) => one.action.endsWith(`/${form.action}`) && (form.which?.(it)(one) ?? true));

// What the browser would send of it: [name, value] in the order of the page.
export function filled(form, found) {
    const good = { ...GOOD, ...form.good };
    const sent = [];
    const chosen = new Set();
    for (const field of found.fields) {
        const { name, type, options } = field;
        if (/\boperation\b/.test(name)) sent.push([name, operation()]);
        else if (type === "hidden") sent.push([name, field.value]);
        else if (options) sent.push([name, options.at(-1)]);
        else if (type === "radio" || type === "checkbox") {
            // Of those of one name the last one, which is not the one that was chosen.
            const last = found.fields.filter((it) => it.name === name).at(-1);
            if (!chosen.has(name)) sent.push([name, last.value]);
            chosen.add(name);
        } else if (/^form\[ways\]\[\d\]\[text\]$/.test(name)) sent.push([name, found.fields.find((it) => it.name === name.replace("text", "kind")).options?.at(-1).match(/mail/) ? "otra@ejemplo.es" : "961234567"]);
        else if (/^form\[ways\]/.test(name)) sent.push([name, "Almacén"]);
        else {
            expect(good[short(name)], `${form.name}: what is ${name} filled with? Say it in GOOD`).toBeDefined();
            sent.push([name, good[short(name)]]);
        }
    }
    const button = found.buttons.find((it) => !form.press || it.value === form.press);
    if (button?.name && !form.and?.[button.name]) sent.push([button.name, button.value]);
    for (const [name, value] of Object.entries(form.and ?? {})) sent.push([name, value]);
    return sent;
}

// What the browser sends of a form, and of what type it says that is.
function body(form, pairs) {
    if (!form.isParts) return ["application/x-www-form-urlencoded", pairs.map((pair) => pair.map(encodeURIComponent).join("=")).join("&")];
    const parts = pairs.map(([name, value]) => `--parte\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
    return ["multipart/form-data; boundary=parte", `${parts.join("")}--parte--\r\n`];
}

// Sends it as a browser does; what comes in the end, and what is wrong with that.
export async function send({ page, firm, site }, path, form, pairs) {
    const [type, data] = body(form, pairs);
    const headers = { "content-type": type, referer: site.url + path, cookie: firm.cookie };
    const answer = await ask(site.url + form.action, { method: "POST", headers, body: data });
    const seen = page && (await look(page, answer.html));
    return { ...answer, seen, wrong: page ? faults(answer.status, seen, answer.html) : [] };
}

export const isSentence = (text) => /[A-ZÁÉÍÓÚÑ«¿¡].{8,}[.»!?]/s.test(text);


// Everything found, told at once and once each.
export class Findings {
    #found = new Map();

    add(about, what) {
        const key = `${about}: ${what}`;
        this.#found.set(key, (this.#found.get(key) ?? 0) + 1);
    }

    check(name) {
        expect.soft([...this.#found.keys()], name).toEqual([]);
    }
}
