/** `npm run soak`: many events, cuts and kills, in both browsers; it prints a line of figures for each combination. */
import { defineConfig } from "@playwright/test";
import tests from "../playwright.config.ts";

export default defineConfig({
  ...tests,
  testDir: ".",
  testIgnore: [],
  outputDir: "../../test-results/soak",
  workers: 1,
  timeout: 20 * 60_000,
  webServer: [], // each test starts servers of its own, to kill them
});
