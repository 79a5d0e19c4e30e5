/** The stream script panel as people name it, and what they do in it. */
import { expect, type Locator, type Page } from "@playwright/test";

export class ScriptPanel {
  /** It has the text, with the marks at its blank lines. */
  readonly editor: Locator;
  /** What is wrong with it, a row each. */
  readonly problems: Locator;
  /** What can be written at the cursor. */
  readonly suggestions: Locator;
  readonly edited: Locator;
  readonly reset: Locator;
  readonly #page: Page;
  readonly #panel: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#panel = page.getByRole("region", { name: "Stream script" });
    this.editor = this.#panel.getByRole("textbox", { name: "Stream script, editor" });
    this.problems = this.#panel
      .getByRole("list", { name: "Problems of the script" })
      .getByRole("listitem");
    this.suggestions = this.#panel.getByRole("option");
    this.edited = this.#panel.getByText("edited", { exact: true });
    this.reset = this.#panel.getByRole("button", { name: "Reset" });
  }

  /** Finds what is underlined in the text, or one of the marks. */
  part(text: string): Locator {
    return this.editor.getByText(text, { exact: true });
  }

  /** The explanation that stands at the pointer. */
  get explanation(): Locator {
    return this.#panel.getByRole("tooltip");
  }

  /** Puts `text` in the place of the whole script, once that is there. */
  async write(text: string): Promise<void> {
    await expect(this.editor).not.toBeEmpty();
    await this.editor.fill(text);
  }

  /** Types in a new line at the end, key by key. */
  async type(text: string): Promise<void> {
    await this.editor.press("ControlOrMeta+End");
    await this.editor.press("Enter");
    await this.editor.pressSequentially(text);
  }

  async pasteAsStream(stream: string): Promise<void> {
    await this.#panel.getByRole("button", { name: "Paste as stream" }).click();
    const dialog = this.#page.getByRole("dialog", { name: "Paste as stream" });
    await dialog.getByRole("textbox", { name: "What curl -N printed" }).fill(stream);
    await dialog.getByRole("button", { name: "Make it the script" }).click();
  }
}
