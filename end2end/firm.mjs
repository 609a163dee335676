// A firm as the specs prepare it, through the same addresses that the pages use, without a browser.
import { randomUUID } from "node:crypto";

export const PASSWORD = "tres copias para Benlloch";

// The one-time key that the program printed when it started on an empty folder.
export const token = (site) => site.log().match(/clave de un solo uso: (\S+)/)[1];

// Somebody who is signed in, and what that person can do by HTTP.
export class Person {
    constructor(site, email, password = PASSWORD) {
        Object.assign(this, { site, email, password });
    }

    // The first start: the firm and its administrator.
    static async setUp(site, { firm = "Asesoría Prueba", name = "Ana Prueba", email = "ana@prueba.example" } = {}) {
        const person = new Person(site, email);
        const form = { token: token(site), firm, name, email, password: PASSWORD, repeat: PASSWORD };
        person.keep(await person.post("team/api/set_up", form));
        return person;
    }

    async signIn() {
        delete this.cookie;
        this.keep(await this.post("team/api/sign_in", { email: this.email, password: this.password, next: "" }));
        return this;
    }

    keep(answer) {
        const cookie = answer.headers.getSetCookie().find((cookie) => cookie.startsWith("clientela="));
        if (!cookie) throw new Error(`no session: ${answer.status}`);
        this.cookie = cookie.split(";")[0];
    }

    // A state for a browser, of a session that is certainly alive.
    async state() {
        const alive = this.cookie && (await this.page("/board")).status !== 303;
        if (!alive) await this.signIn();
        const value = this.cookie.split("=")[1];
        const domain = new URL(this.site.url).hostname;
        const cookie = { name: "clientela", value, domain, path: "/", expires: -1, httpOnly: true, secure: false, sameSite: "Lax" };
        return { cookies: [cookie], origins: [] };
    }

    page(path, headers = {}) {
        return fetch(this.site.url + path, { redirect: "manual", headers: { cookie: this.cookie, ...headers } });
    }

    async post(name, fields) {
        const headers = this.cookie ? { cookie: this.cookie } : {};
        const body = new URLSearchParams(fields);
        const answer = await fetch(`${this.site.url}/api/clientela/${name}`, { method: "POST", redirect: "manual", headers, body });
        if (answer.status >= 400) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
        return answer;
    }

    async call(name, argument) {
        const answer = await fetch(`${this.site.url}/api/clientela/${name}`, {
            method: "POST",
            headers: { cookie: this.cookie, "content-type": "application/json" },
            body: JSON.stringify(argument),
        });
        const text = await answer.text();
        if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${text}`);
        return JSON.parse(text);
    }

    // The board as this person sees it, with its stages by code.
    async board() {
        const board = await this.call("pipeline/api/load_board", { pipeline: null });
        board.tags = [...new Set(board.cards.tags.values.flat())].toSorted((a, b) => a.localeCompare(b, "es"));
        board.cards = unpacked(board.cards);
        board.stage = Object.fromEntries(board.stages.map((stage) => [stage.code, stage]));
        return board;
    }

    // A board with these tickets and no others, from top to bottom: { account, title, amount, closeOn, stage }. Answers
    // its cards in the same order.
    async lay(tickets) {
        const before = await this.board();
        for (const card of before.cards) await this.move(card, before.stage.lost, { loss_reason: "other" });
        // A new one goes to the top of its column.
        for (const ticket of tickets.toReversed()) await this.create(before, ticket);
        const { cards } = await this.board();
        return tickets.map(({ account }) => cards.find((card) => card.account_name === account));
    }

    create(board, { account, title = "Plan de igualdad", amount = "", closeOn = "", stage = "qualification" }) {
        const fields = { operation: operation(), stage: board.stage[stage].id, account, title, amount, close_on: closeOn };
        return this.post("pipeline/api/create_opportunity", nested(fields));
    }

    edit(card, change) {
        const asked = { opportunity: card.id, seen: card.revision, change };
        return this.call("pipeline/api/edit_opportunity", { operation: operation(), asked });
    }

    async move(card, stage, said = {}, place = "top") {
        const nothing = { amount: null, close_on: null, closed_on: null, loss_reason: null, competitor: null, note: null };
        const asked = { opportunity: card.id, seen: card.revision, stage: stage.id, place, said: { ...nothing, ...said } };
        return this.call("pipeline/api/move_opportunity", { operation: operation(), asked });
    }
}

// The cards as they travel on the board: a list for each field, and of what many share the values once and a letter for each.
function unpacked(lines) {
    const shared = Object.entries(lines).filter(([, field]) => Array.isArray(field.values));
    const letters = Object.fromEntries(shared.map(([name, { values, at }]) => [name, [...at].map((letter) => valueOf(values, letter))]));
    return lines.amounts.map((cents, at) => {
        const its = (name) => letters[name][at];
        const [entered, heard_after] = [lines.entered[at], lines.heard_after[at]];
        return {
            id: lines.ids.slice(at * 32, at * 32 + 32),
            revision: its("revisions"),
            stage: its("stages"),
            rank: lines.ranks[at],
            title: its("titles"),
            account: its("accounts"),
            account_name: its("account_names"),
            amount: cents === null ? null : { cents, currency: "EUR" },
            probability: its("probabilities"),
            close_on: its("closes"),
            fresh_at: entered + heard_after,
            entered_stage_at: entered,
            owner: its("owners"),
            fixed: its("fixed") ?? false,
        };
    });
}

// There are no letters between 0xd800 and 0xe000.
function valueOf(values, letter) {
    const code = letter.codePointAt(0);
    return letter === " " ? null : values[(code < 0xd800 ? code : code - 0x800) - "]".codePointAt(0)];
}

// A UUIDv7 of now, as the client makes one for every gesture.
function operation() {
    const random = randomUUID().replaceAll("-", "");
    return Date.now().toString(16).padStart(12, "0") + "7" + random.slice(13);
}

const nested = (fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [`form[${name}]`, value]));

// 12345678 cents as `123.456,78 €`: written here anew, so that the program's own formatting is put to the test.
export function euros(cents) {
    const whole = String(Math.trunc(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ".");
    return `${whole},${String(cents % 100).padStart(2, "0")} €`;
}
