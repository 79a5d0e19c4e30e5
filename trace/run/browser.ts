/** Says what is known of the browser that a run was made in: what it did when it was measured. */
import type { MeasuredBrowser } from "./behaviour.ts";
import { familyOf } from "./browser-name.ts";
import { browsers } from "./browsers.ts";

export function measuredBrowser(browser: string): MeasuredBrowser | undefined {
  const family = familyOf(browser);
  return family && browsers[family];
}
