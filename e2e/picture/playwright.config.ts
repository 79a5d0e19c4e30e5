/** `npm run picture`: takes the picture in README.md anew, with the real page in Chromium. */
import "./usual-ports.ts"; // before the tests' own configuration sets others
import { defineConfig } from "@playwright/test";
import tests from "../playwright.config.ts";

export default defineConfig({
  ...tests,
  testDir: ".",
  outputDir: "../../test-results/picture",
  use: { ...tests.use, contextOptions: {} }, // with what flies
  projects: (tests.projects ?? []).filter(({ name }) => name === "chromium"),
});
