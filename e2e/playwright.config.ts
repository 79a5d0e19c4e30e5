/**
 * The browser tests run against `npm start`'s real processes, on ports of their own: a playground that
 * runs beside them is left alone.
 */
import { defineConfig } from "@playwright/test";
import { foundBrowsers } from "../dev/browsers.ts";

process.env["PAGE_PORT"] ??= "18345";
process.env["TWIN_PORT"] ??= "18346";
process.env["SERVER_PORT"] ??= "13333";
process.env["OPENAI_API_KEY"] = ""; // the demo model answers, on every machine

const browsers = foundBrowsers();
if (browsers === undefined) throw new Error("No browsers yet: npm run test:e2e finds them first");

export default defineConfig({
  testDir: ".",
  testIgnore: ["picture/**", "recorder/**", "soak/**"],
  outputDir: "../test-results",
  reporter: "list", // its last line counts: "97 passed (1.2m)"
  fullyParallel: true,
  workers: 3, // much of a test is waiting for a stream
  timeout: 60_000, // three browsers at a time on two shared cores
  forbidOnly: process.env["CI"] !== undefined,
  // On shared cores a browser may be late for a second: what passes only then is told as flaky.
  retries: process.env["CI"] === undefined ? 0 : 1,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://localhost:${process.env["PAGE_PORT"]}`,
    trace: "off", // half as much work; `--trace on` by hand
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "chromium", use: { browserName: "chromium", launchOptions: browsers.chromium } },
    { name: "firefox", use: { browserName: "firefox", launchOptions: browsers.firefox } },
  ],
  webServer: {
    command: "npm start",
    cwd: `${import.meta.dirname}/..`,
    wait: { stdout: /SSE Playground: / },
    gracefulShutdown: { signal: "SIGTERM", timeout: 5000 },
    timeout: 60_000,
    stdout: "ignore",
  },
});
