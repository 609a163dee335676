// Makes target/site, the folder that the executable embeds: everything a browser loads, under names that hold a hash of
// the content, so that it can be cached for ever, and compressed once here rather than at every request.
//
//     node scripts/assets.mjs dev|release FOLDER-OF-WASM-BINDGEN
//
// In:  wasm-bindgen's clientela.js and clientela_bg.wasm; style/main.css, whose @import lines give the order of the
//      style sheets; public/.
// Out: NAME.HASH.EXT with NAME.HASH.EXT.br and .gz beside it, and manifest.json, by which the server finds them:
//      { "files": { "clientela.js": { "path", "type", "bytes", "br", "gz" }, "fonts/text.woff2": …, … } }
//      `br` and `gz` are missing where compression gains nothing. Files of public/root/ (favicon.ico, robots.txt) are
//      asked for by their own name: they keep it (path = key) and must not be served as immutable.
// The same input gives the same bytes, and a folder that would not change is left untouched, so that cargo does not build
// the executable again.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix, relative, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [mode, bindgen] = process.argv.slice(2);
if (!["dev", "release"].includes(mode) || !bindgen) fail("usage: assets.mjs dev|release FOLDER-OF-WASM-BINDGEN");

const repo = resolve(import.meta.dirname, "..");
const site = join(repo, "target/site");

// Each extension that we serve; text is worth compressing, fonts and pictures are compressed already.
const TYPES = {
    css: ["text/css; charset=utf-8", true],
    html: ["text/html; charset=utf-8", true],
    ico: ["image/x-icon", true],
    jpg: ["image/jpeg", false],
    js: ["text/javascript; charset=utf-8", true],
    json: ["application/json", true],
    png: ["image/png", false],
    svg: ["image/svg+xml", true],
    txt: ["text/plain; charset=utf-8", true],
    wasm: ["application/wasm", true],
    webmanifest: ["application/manifest+json", true],
    webp: ["image/webp", false],
    woff2: ["font/woff2", false],
};

const files = new Map(); // key → { path, content }

function add(key, content, { fixed = false } = {}) {
    if (files.has(key)) fail(`two files are called ${key}`);
    const { dir, name, ext } = posix.parse(key);
    if (!TYPES[ext.slice(1)]) fail(`${key}: no content type is known for "${ext}"; add it to scripts/assets.mjs`);
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
    files.set(key, { path: fixed ? key : posix.join(dir, `${name}.${hash}${ext}`), content });
    return files.get(key).path;
}

// public/: fonts and icons first, since the style sheet names them.
for (const file of walk(join(repo, "public"))) {
    const fixed = file.startsWith("root/");
    add(fixed ? file.slice("root/".length) : file, readFileSync(join(repo, "public", file)), { fixed });
}

add("clientela.css", stylesheet());

// wasm-bindgen's JavaScript loads its wasm by a default address beside itself, and any snippets of crates likewise.
let js = readFileSync(join(bindgen, "clientela.js"), "utf8");
for (const file of walk(bindgen)) {
    if (file === "clientela.js") continue;
    const content = readFileSync(join(bindgen, file));
    if (file.endsWith(".js") && /\bfrom\s*["']\./.test(content)) fail(`${file}: snippets that import snippets are not handled`);
    const key = file === "clientela_bg.wasm" ? "clientela.wasm" : file;
    const path = add(key, content);
    if (!js.includes(file)) fail(`clientela.js does not name ${file}`);
    js = js.replaceAll(file, path);
}
add("clientela.js", js);

write();

// The style sheets of style/main.css, in the order of its @import lines, as one, with the addresses of fonts and
// pictures replaced. All in one folder here and on the server, so addresses are relative and no prefix is wired in.
function stylesheet() {
    const main = join(repo, "style/main.css");
    if (!existsSync(main)) return "";
    const seen = new Set();
    const load = (file) => {
        if (seen.has(file)) fail(`${relative(repo, file)} is imported twice`);
        seen.add(file);
        if (!existsSync(file)) fail(`${relative(repo, file)} is imported but missing`);
        return uncomment(readFileSync(file, "utf8")).replace(
            /@import\s+(?:url\()?["']([^"']+)["']\)?\s*([^;]*);/g,
            (_, name, layer) => {
                // A cascade layer can be named on the line: @import "x.css" layer(base);
                const inner = load(join(dirname(file), name));
                const named = layer.match(/^layer\(([\w.-]+)\)$/);
                if (layer.trim() && !named) fail(`${relative(repo, file)}: "${layer}" after @import is not handled`);
                return named ? `@layer ${named[1]}{${inner}}` : inner;
            },
        );
    };
    const css = load(main);
    for (const file of readdirSync(join(repo, "style"))) {
        if (file.endsWith(".css") && !seen.has(join(repo, "style", file))) fail(`style/${file} is not imported by main.css`);
    }
    return css.replace(/url\(\s*(["']?)(.*?)\1\s*\)/g, (whole, _, address) => {
        if (address.startsWith("data:") || address.startsWith("#")) return whole;
        const [, key, fragment] = address.match(/^(?:\.{0,2}\/)*([^?#]*)(.*)$/);
        const file = files.get(key);
        if (!file) fail(`style: ${whole} is not in public/`);
        return `url("${file.path}${fragment}")`;
    });
}

// Comments and indentation out; the rest is left as written, since compression does what a minifier would.
function uncomment(css) {
    return css
        .replace(/("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\/\*[\s\S]*?\*\//g, "$1")
        .replace(/^\s+/gm, "")
        .replace(/\s+$/gm, "");
}

function write() {
    const out = new Map();
    const manifest = { files: {} };
    for (const key of [...files.keys()].sort()) {
        const { path, content } = files.get(key);
        const bytes = Buffer.from(content);
        const [type, text] = TYPES[posix.extname(key).slice(1)];
        const entry = { path, type, bytes: bytes.length };
        out.set(path, bytes);
        if (text) {
            // Quality 11 takes seconds on the wasm: worth it once a release, not at every change.
            const quality = mode === "dev" && key.endsWith(".wasm") ? 5 : 11;
            const br = brotliCompressSync(bytes, {
                params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
            });
            const gz = gzipSync(bytes, { level: 9 });
            for (const [name, data] of [["br", br], ["gz", gz]]) {
                if (data.length >= bytes.length) continue;
                entry[name] = data.length;
                out.set(`${path}.${name}`, data);
            }
        }
        manifest.files[key] = entry;
    }
    out.set("manifest.json", Buffer.from(JSON.stringify(manifest, null, 1) + "\n"));

    table(manifest);
    if (same(out)) return;
    // Written beside and then renamed: a build that is stopped half-way leaves no half folder.
    const next = `${site}.next`;
    rmSync(next, { recursive: true, force: true });
    for (const [path, data] of out) {
        mkdirSync(dirname(join(next, path)), { recursive: true });
        writeFileSync(join(next, path), data);
    }
    rmSync(site, { recursive: true, force: true });
    renameSync(next, site);
}

function same(out) {
    const there = walk(site);
    return there.length === out.size && there.every((path) => out.get(path)?.equals(readFileSync(join(site, path))));
}

function table({ files }) {
    const row = (name, ...sizes) => console.log(name.padEnd(32) + sizes.map((s) => String(s ?? "-").padStart(10)).join(""));
    const sum = { bytes: 0, br: 0, gz: 0 };
    row("asset", "bytes", "brotli", "gzip");
    for (const [key, { bytes, br, gz }] of Object.entries(files)) {
        row(key, bytes, br, gz);
        sum.bytes += bytes;
        sum.br += br ?? bytes;
        sum.gz += gz ?? bytes;
    }
    row("total", sum.bytes, sum.br, sum.gz);
}

// Every file under a folder, as sorted paths relative to it, with forward slashes.
function walk(folder) {
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
        .sort();
}

function fail(message) {
    console.error(`assets: error: ${message}`);
    process.exit(1);
}
