/**
 * The browser tests run against `npm start`'s real processes and against the Node server alone, on ports of their
 * own, with the page built before: a playground that runs beside them is left alone. Which file runs in which browser: README.md.
 */
import { defineConfig } from "@playwright/test";
import { foundBrowsers } from "../dev/browsers.ts";
import { inOneBrowser } from "./where.ts";

process.env["PAGE_PORT"] ??= "18345";
process.env["TWIN_PORT"] ??= "18346";
process.env["SERVER_PORT"] ??= "13333";
process.env["BUILT_PORT"] ??= `${Number(process.env["PAGE_PORT"]) + 7}`;
// Behind the built page's server; a spec serves it.
process.env["STRANGER_PORT"] ??= `${Number(process.env["PAGE_PORT"]) + 8}`;
process.env["STRANGER_PROXY_PORT"] ??= `${Number(process.env["PAGE_PORT"]) + 9}`;
// Behind `npm start`; another spec serves it.
process.env["ASKED_PORT"] ??= `${Number(process.env["PAGE_PORT"]) + 5}`;
const ASKED_PROXY_PORT = `${Number(process.env["PAGE_PORT"]) + 6}`;
process.env["OPENAI_API_KEY"] = ""; // the demo model answers, on every machine

const browsers = foundBrowsers();
if (browsers === undefined) throw new Error("No browsers yet: npm run test:e2e finds them first");

/** What tells a test that hangs from one on a slow machine. ms */
const HANGS = 180_000;

/** Less motion, which Debian's Firefox is told only so; and a picture as often as a test could look. */
const calmFirefox = { "ui.prefersReducedMotion": 1, "layout.frame_rate": 10 };

export default defineConfig({
  testDir: "specs",
  outputDir: "../test-results",
  reporter: [["list"], [`${import.meta.dirname}/times.ts`]], // the list's last line counts: "97 passed (1.2m)"
  fullyParallel: true,
  workers: 3, // much of a test is waiting for a stream
  timeout: HANGS,
  forbidOnly: process.env["CI"] !== undefined,
  expect: { timeout: HANGS / 3 },
  use: {
    baseURL: `http://localhost:${process.env["PAGE_PORT"]}`,
    trace: "off", // half as much work; `--trace on` by hand
    screenshot: "only-on-failure",
    contextOptions: { reducedMotion: "reduce" }, // to draw what flies takes a third of a short run's work
  },
  projects: [
    {
      name: "firefox",
      workers: 1, // from the first minute to the last: another Firefox takes seconds to start, and to load its first pages
      grepInvert: /@one/,
      testIgnore: inOneBrowser().map((name) => `**/specs/${name}.spec.ts`),
      use: {
        browserName: "firefox",
        launchOptions: { ...browsers.firefox, firefoxUserPrefs: { ...calmFirefox } },
      },
    },
    { name: "chromium", use: { browserName: "chromium", launchOptions: browsers.chromium } },
  ],
  webServer: [
    {
      command: "node e2e/support/serve-built-page.ts",
      env: {
        PLAYWRIGHT_PID: `${process.pid}`,
        TARGET: `http://localhost:${process.env["STRANGER_PORT"]}`,
        TARGET_PORT: process.env["STRANGER_PROXY_PORT"],
      },
      cwd: `${import.meta.dirname}/..`,
      wait: { stdout: /The built page: / },
      gracefulShutdown: { signal: "SIGTERM", timeout: 5000 },
      timeout: HANGS,
      stdout: "ignore",
    },
    {
      command: "node e2e/support/start-built-page.ts",
      env: {
        PLAYWRIGHT_PID: `${process.pid}`,
        TARGET: `http://localhost:${process.env["ASKED_PORT"]}`,
        TARGET_PORT: ASKED_PROXY_PORT,
      },
      cwd: `${import.meta.dirname}/..`,
      wait: { stdout: /SSE Playground: / },
      gracefulShutdown: { signal: "SIGTERM", timeout: 5000 },
      timeout: HANGS,
      stdout: "ignore",
    },
  ],
});
