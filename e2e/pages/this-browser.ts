/** Finds what the view "This browser" holds, as people name it. */
import type { Locator, Page } from "@playwright/test";

export class ThisBrowser {
  /** It stands on the path. */
  readonly button: Locator;
  readonly dialog: Locator;
  readonly progress: Locator;
  /** What came of it all, once it is measured. */
  readonly said: Locator;
  readonly trouble: Locator;
  readonly again: Locator;
  readonly copy: Locator;
  readonly copied: Locator;
  /** A row for each thing that is asked. */
  readonly rows: Locator;
  /** Those whose answer is not the recorded one. */
  readonly others: Locator;

  constructor(page: Page) {
    this.button = page.getByRole("button", { name: "This browser" });
    this.dialog = page.getByRole("dialog", { name: "This browser" });
    this.progress = this.dialog.getByRole("progressbar");
    this.said = this.dialog.getByRole("status");
    this.trouble = this.dialog.getByRole("alert");
    this.again = this.dialog.getByRole("button", { name: "Measure again" });
    this.copy = this.dialog.getByRole("button", { name: "Copy as a table" });
    this.copied = this.dialog.getByRole("textbox", { name: "What to copy" });
    this.rows = this.dialog.getByRole("row").filter({ has: page.getByRole("cell") });
    this.others = this.rows.filter({ hasText: "not as recorded" });
  }

  row(what: string): Locator {
    return this.rows.filter({ hasText: what });
  }
}
