/** The page as people name it: every locator is here, and what the specs need to read from a run. */
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import type { Playground } from "../client/playground/playground.ts";
import type { LaneName, TraceRecord } from "../trace/records.ts";

export { expect };

const laneTitles = { eventsource: "EventSource", fetch: "fetch" } as const;

/** One record of the trace, as far as a test can carry it out of the browser. */
export type Seen = TraceRecord;

export class PlaygroundPage {
  readonly page: Page;
  readonly verdict: Locator;
  readonly verdictSentence: Locator;
  readonly run: Locator;
  readonly stop: Locator;

  constructor(page: Page) {
    this.page = page;
    const verdict = page.getByRole("region", { name: "Verdict" });
    this.verdict = verdict.getByRole("heading");
    this.verdictSentence = verdict.getByRole("paragraph");
    this.run = page.getByRole("button", { name: "Run" });
    this.stop = page.getByRole("button", { name: "Stop" });
  }

  /** Opens the page as somebody who was here before: nothing plays by itself. */
  async open(path = "/"): Promise<void> {
    await this.page.addInitScript(() => localStorage.setItem("sse-playground.visited", "yes"));
    await this.openFirstTime(path);
  }

  async openFirstTime(path = "/"): Promise<void> {
    await this.page.goto(path);
    await expect(this.stream.getByRole("option")).not.toHaveCount(0);
  }

  get stream(): Locator {
    return this.page.getByRole("combobox", { name: "Stream" });
  }

  /** Picks a stream, which plays it. */
  async play(name: string): Promise<void> {
    if ((await this.stream.inputValue()) === name) await this.run.click();
    else await this.stream.selectOption(name);
    await this.begun(name);
  }

  /** A segment of a switch on the path, by the switch's name and the value. */
  segment(name: "compress" | "no-transform" | "proxy", value: string): Locator {
    return this.page.getByRole("radiogroup", { name }).getByRole("radio", { name: value });
  }

  async turn(name: "compress" | "no-transform" | "proxy", value: string): Promise<void> {
    await this.segment(name, value).check();
  }

  lane(lane: LaneName): Locator {
    return this.page.getByRole("region", { name: laneTitles[lane] });
  }

  /** The rows of a lane's events, the first row first. */
  events(lane: LaneName): Locator {
    return this.lane(lane).getByRole("row").filter({ has: this.page.getByRole("cell") });
  }

  state(lane: LaneName): Locator {
    return this.lane(lane).getByRole("status");
  }

  /** Waits until the current run is over. */
  async over(): Promise<void> {
    await expect(this.run).toBeVisible({ timeout: 60_000 });
  }

  async begun(name: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => {
        const { playground } = globalThis as unknown as { playground: Playground };
        return playground.current?.run.setup.script.name === wanted;
      },
      name,
    );
  }
}
