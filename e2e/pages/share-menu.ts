/** The menu Share as people name it, and what they do with it. */
import { writeFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { type SavedFile, savedFile } from "../support/saved-file.ts";

export class ShareMenu {
  readonly button: Locator;
  readonly dialog: Locator;
  /** What became of the last thing that was asked for. */
  readonly said: Locator;
  /** What was copied. */
  readonly copied: Locator;
  /** That the shown run is out of a file. */
  readonly opened: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.button = page.getByRole("button", { name: "Share", exact: true });
    this.dialog = page.getByRole("dialog", { name: "Share" });
    this.said = this.dialog.getByRole("status");
    this.copied = this.dialog.getByRole("textbox", { name: "What to copy" });
    this.opened = page.getByRole("status").filter({ hasText: "recorded" });
  }

  choice(name: string): Locator {
    return this.dialog.getByRole("button", { name, exact: true });
  }

  /** What one of the copying buttons copies. */
  async copy(name: string): Promise<string> {
    await this.choice(name).click();
    await expect(this.said).toHaveText(/^(Copied\.|There is no clipboard)/);
    return await this.copied.inputValue();
  }

  /** The file that one of the exporting buttons saves. */
  async save(choice: string): Promise<SavedFile & { path: string }> {
    const { name, text } = await savedFile(this.#page, () => this.choice(choice).click());
    const path = test.info().outputPath(name); // under its own name: a browser goes by the ending
    await writeFile(path, text);
    return { name, path, text };
  }

  /** Opens a file as a trace, by the picker. */
  async pick(name: string, text: string): Promise<void> {
    await this.button.click();
    const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
    await this.dialog.getByLabel("Open a trace …").setInputFiles(file);
  }

  /** Drops a file onto the page, once that takes files: which it does from its first moment. */
  async drop(name: string, text: string): Promise<void> {
    await this.#page.evaluate(
      async ({ name, text }) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], name));
        const drop = () =>
          new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true, composed: true });
        // Whoever takes the file keeps the browser from leaving the page for it.
        while (document.body.dispatchEvent(drop())) await new Promise(requestAnimationFrame);
      },
      { name, text },
    );
  }
}
