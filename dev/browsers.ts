/** The browsers that the tests run in, as `npm run test:e2e` found them (find-browsers.ts). */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { LaunchOptions } from "@playwright/test";
import type { Family } from "../trace/run/behaviour.ts";

/** What tells Playwright which program to launch; empty for its own browser. */
export type Program = Pick<LaunchOptions, "channel" | "executablePath">;
export const browserNames: readonly Family[] = ["chromium", "firefox"];

const file = path.join(import.meta.dirname, "../node_modules/.cache/sse-playground/browsers.json");

/** @returns what was found; `undefined` where nothing was, or where it is no longer there */
export function foundBrowsers(): Record<Family, Program> | undefined {
  if (!existsSync(file)) return undefined;
  const found: Record<Family, Program> = JSON.parse(readFileSync(file, "utf8"));
  const there = browserNames.every((name) => existsSync(found[name].executablePath ?? "."));
  return there ? found : undefined;
}

export function keepBrowsers(found: Record<Family, Program>): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(found));
}
