import assert from "node:assert/strict";
import { test } from "node:test";
import { type Retry, reconnectionTime, withRetry } from "./reconnection-time.ts";

const cases: [browser: string, retries: Retry[], keeps: number | null][] = [
  ["Chromium 156", [], 3000],
  ["Firefox 153", [], 5000],
  ["Chromium 156", [1200, null], 3000],
  ["Firefox 153", [1200, null], 500],
  ["Chromium 156", [1200, 1e23], 1200],
  ["Firefox 153", [1200, 1e23], Number.POSITIVE_INFINITY],
  ["Firefox 153", [1e23, 700], 700],
  ["Safari 20", [], null],
  ["Safari 20", [1200, null], 1200],
];
for (const [browser, retries, keeps] of cases) {
  test(`${browser} keeps to ${keeps} after ${retries.join(", ")}`, () => {
    const counted = browser.startsWith("Safari") ? retries : retries.reduce<Retry[]>(withRetry, []);
    assert.equal(reconnectionTime(browser, counted), keeps);
  });
}
