/** The parser view as people name it, and what they do in it. */
import type { Locator, Page } from "@playwright/test";

export class StepView {
  readonly panel: Locator;
  readonly stream: Locator;
  readonly slider: Locator;
  /** What the step that was just taken did. */
  readonly sentence: Locator;
  /** The bytes of the line that it read. */
  readonly current: Locator;
  /** What was dispatched, the newest first. */
  readonly events: Locator;

  constructor(page: Page) {
    this.panel = page.getByRole("dialog", { name: "Parser" });
    this.stream = this.panel.getByRole("combobox", { name: "Recorded stream" });
    this.slider = this.panel.getByRole("slider", { name: "Step" });
    this.sentence = this.panel.getByRole("status");
    this.current = this.panel
      .getByRole("group", { name: "Bytes" })
      .getByRole("listitem")
      .filter({ has: page.getByText("now", { exact: true }) });
    this.events = this.panel.getByRole("group", { name: /^Dispatched/ }).getByRole("listitem");
  }

  button(name: string): Locator {
    return this.panel.getByRole("button", { name, exact: true });
  }

  /** What the parser holds under this name, with a word for what the step did to it. */
  held(name: string): Locator {
    return this.panel.getByRole("row", { name });
  }
}
