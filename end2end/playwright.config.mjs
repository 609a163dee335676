// The end-to-end specs, in a real browser against the built executable: `npx playwright test`, after scripts/build.
//
// A spec's name says where it runs:
//   *.hydrate.spec.mjs  needs JavaScript: desktop, tablet and phone
//   *.desktop.spec.mjs  needs JavaScript and is the same at every width, or needs a mouse: desktop only
//   *.touch.spec.mjs    needs a finger: tablet and phone
//   *.nojs.spec.mjs     works with and without: the three widths, and `nojs`, where JavaScript is off
import { defineConfig } from "@playwright/test";
import { chromium } from "./chromium.mjs";

export default defineConfig({
    testDir: "specs",
    testMatch: /\.(hydrate|nojs)\.spec\.mjs$/,
    outputDir: "artefacts/results",
    reporter: [["list"]],
    fullyParallel: true,
    // Two cores; and a spec that passes only at the second try has found something.
    workers: 2,
    retries: 0,
    forbidOnly: Boolean(process.env.CI),
    // How long is too long is the benchmark's to say; a machine that is slow today is no defect of the program.
    timeout: 60_000,
    expect: { timeout: 10_000 },
    use: {
        locale: "es-ES",
        timezoneId: "Europe/Madrid",
        colorScheme: "light",
        screenshot: "only-on-failure",
        // A fifth of the whole run, if kept: `npx playwright test --trace retain-on-failure SPEC` records one when it is wanted.
        trace: "off",
        launchOptions: chromium,
    },
    projects: [
        { name: "desktop", testMatch: /\.(hydrate|desktop|nojs)\.spec\.mjs$/, use: { viewport: { width: 1440, height: 900 } } },
        { name: "tablet", testMatch: /\.(hydrate|nojs|touch)\.spec\.mjs$/, use: { viewport: { width: 1180, height: 820 }, hasTouch: true } },
        { name: "phone", testMatch: /\.(hydrate|nojs|touch)\.spec\.mjs$/, use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
        {
            name: "nojs",
            testMatch: /\.nojs\.spec\.mjs$/,
            use: { viewport: { width: 1440, height: 900 }, javaScriptEnabled: false },
        },
    ],
});
