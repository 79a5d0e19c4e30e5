/** The React page, as a person uses it: reconnecting, stopping, leaving, and a token that is wrong. */
import { type Browser, expect as expectSoon, type Page } from "@playwright/test";
import type { Served } from "./serve.ts";

const PATIENCE = 30_000; // ms

const expect = expectSoon.configure({ timeout: PATIENCE });

/** The server behind the page, which can be taken away and put back. */
export type Behind = { served(): Served; restart(): Promise<void> };

/** @throws {Error} where the page does anything else */
export async function drive(browser: Browser, address: string, behind: Behind): Promise<void> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  const state = page.getByRole("status");

  await page.goto(address);
  await reaches(page, 2);
  await expect.poll(() => open(behind)).toBe(1); // StrictMode mounted it twice

  await behind.restart();
  await reaches(page, 4);
  expect(behind.served().printed()).toMatch(/asked behind [1-9]/);

  await page.getByRole("button", { name: "Stop" }).click();
  await expect(state).toHaveText("Stopped");
  await expect.poll(() => open(behind)).toBe(0);
  const stoppedAt = await page.getByRole("listitem").count();
  await page.getByRole("button", { name: "Start" }).click();
  await reaches(page, stoppedAt + 1);

  await page.getByRole("button", { name: "Unmount" }).click();
  await expect(state).toHaveCount(0);
  await expect.poll(() => open(behind)).toBe(0);
  await page.getByRole("button", { name: "Mount", exact: true }).click();
  await expect(state).toHaveText("Open");

  await page.getByLabel("Token").press("x"); // typed: React does not hear of what `fill` does in Firefox
  await expect(state).toHaveText("Failed: the server answered 401");
  await expect.poll(() => open(behind)).toBe(0);
  expect(errors).toEqual([]);
  await page.close();
}

/** Waits for a tick, behind which all stand that were before it, once each. */
async function reaches(page: Page, tick: number): Promise<void> {
  await expect(page.getByRole("listitem").nth(tick - 1)).toBeVisible();
  const ticks = await page.getByRole("listitem").allTextContents();
  expect(ticks).toEqual(ticks.map((_, at) => String(at + 1)));
}

/** Returns how many streams the server has open, as it says. */
function open(behind: Behind): number {
  const printed = behind.served().printed();
  return (printed.match(/^asked/gm)?.length ?? 0) - (printed.match(/^left/gm)?.length ?? 0);
}
