/**
 * `npm run record`: plays the runs that trace/recorded/ keeps, in Chromium, and writes them anew; measures
 * every browser, and writes what it does into trace/run/browsers.ts.
 */
import { defineConfig } from "@playwright/test";
import tests from "../playwright.config.ts";

export default defineConfig({
  ...tests,
  testDir: ".",
  testIgnore: [],
  outputDir: "../../test-results/recorder",
  globalTeardown: "./write-browsers.ts",
  workers: 1, // a loaded machine's stalls would be recorded too
  projects: (tests.projects ?? []).map((project) =>
    project.name === "chromium" ? project : { ...project, testMatch: "browsers.spec.ts" },
  ),
});
