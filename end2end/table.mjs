// The table as a person finds things in it.
import { inflateRawSync } from "node:zlib";

export const row = (page, account) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: account, exact: true }) });

// A cell of a row, by the name of its column in the address.
export const cell = (page, account, column) => row(page, account).locator(`[data-cell=${column}]`);

// The clients, from top to bottom.
export const clients = (page) => page.locator("tbody").getByRole("rowheader");

// The totals, as they are shown.
export const totals = (page) => page.locator("tfoot tr");

// The files in a workbook, by name, as text.
export function unzipped(bytes) {
    const files = {};
    // The directory at the end says where each begins.
    let at = bytes.readUInt32LE(bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1")) + 16);
    while (bytes.readUInt32LE(at) === 0x02014b50) {
        const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
        const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
        const local = bytes.readUInt32LE(at + 42);
        const begins = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
        const data = bytes.subarray(begins, begins + packed);
        files[bytes.toString("utf8", at + 46, at + 46 + name)] = (method === 8 ? inflateRawSync(data) : data).toString("utf8");
        at += 46 + name + extra + comment;
    }
    return files;
}
