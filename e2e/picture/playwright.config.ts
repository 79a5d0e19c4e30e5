/** `npm run picture`: takes the picture in README.md anew, with the real page in Chromium. */
import { defineConfig } from "@playwright/test";
import tests from "../playwright.config.ts";

export default defineConfig({
  ...tests,
  testDir: ".",
  testIgnore: [],
  outputDir: "../../test-results/picture",
  projects: (tests.projects ?? []).filter(({ name }) => name === "chromium"),
});
