// The browser of the specs and of the benchmark. Debian's: Playwright's own would be a download from outside the package
// registries.
export const chromium = {
    executablePath: process.env.CLIENTELA_CHROMIUM ?? "/usr/bin/chromium",
    args: [
        "--no-sandbox", // as root, in CI, the sandbox cannot start
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking", // nothing but the page's own requests leaves the browser
        "--disable-component-update",
        "--disable-sync",
    ],
};
