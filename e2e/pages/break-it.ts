/** The part that breaks things as people name it, and what they do with it. */
import { expect, type Locator, type Page } from "@playwright/test";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import { LANES, type LaneName } from "../../trace/run/lanes.ts";

export class BreakIt {
  /** It stands on the Node server's hop. */
  readonly opener: Locator;
  readonly dialog: Locator;
  /** What was pressed in this run, the newest first. */
  readonly history: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.opener = page
      .getByRole("region", { name: "Path" })
      .getByRole("button", { name: "Break it" });
    this.dialog = page.getByRole("dialog", { name: "Break it" });
    this.history = this.dialog
      .getByRole("group", { name: "Pressed in this run" })
      .getByRole("listitem");
  }

  button(name: string): Locator {
    return this.dialog.getByRole("button", { name, exact: true });
  }

  /** Presses a button, and answers what it may ask first. */
  async press(name: string): Promise<void> {
    await this.button(name).click();
    if (name === "Close the door")
      await this.dialog.getByRole("button", { name: /^Cut everyone off/ }).click();
  }

  /** Sets a choice beside a button, or whom it is done to. */
  async choose(group: string, value: string): Promise<void> {
    const choice = this.dialog.getByRole("radiogroup", { name: group, exact: true });
    await choice.getByText(value, { exact: true }).click();
    await expect(choice.getByRole("radio", { name: value, exact: true })).toBeChecked();
  }

  /** What is foretold of a lane in the row of that button. */
  foretold(button: string, lane: LaneName): Locator {
    return this.dialog
      .getByRole("row")
      .filter({ has: this.#page.getByRole("button", { name: button, exact: true }) })
      .getByRole("cell")
      .nth(LANES.indexOf(lane));
  }

  /** Whether a lane did what was predicted; of the press before it with `back` 1. */
  outcome(lane: LaneName, back = 0): Locator {
    return this.history
      .nth(back)
      .getByRole("paragraph")
      .filter({ hasText: `${laneTitles[lane]}:` });
  }
}
