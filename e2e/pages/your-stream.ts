/** "Your stream": the list of what passes the target proxy, and the form that asks for more. */
import type { Locator, Page } from "@playwright/test";

export class YourStream {
  /** Opens it, or closes it. */
  readonly button: Locator;
  readonly panel: Locator;
  readonly list: Locator;
  /** Opens, and closes, what is to be changed in which tool. */
  readonly whereDoesItRun: Locator;
  readonly tools: Locator;
  /** Says that the server itself answers there. */
  readonly isServer: Locator;
  /** Has the target asked once more. */
  readonly askAgain: Locator;
  readonly form: Locator;
  readonly url: Locator;
  readonly ask: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.button = page.getByRole("button", { name: "Your stream", exact: true });
    this.panel = page.getByRole("region", { name: "Your stream" });
    this.whereDoesItRun = page.getByText("Where does yours run?");
    this.tools = page.getByRole("region", { name: "Tools, and the line to change" });
    this.isServer = page.getByRole("checkbox", { name: /^Nothing stands before my server at/ });
    this.askAgain = page.getByRole("button", { name: "Ask again without Accept-Encoding" });
    this.form = page.getByRole("form", { name: "Ask" });
    this.url = this.form.getByRole("textbox", { name: "URL" });
    this.ask = this.form.getByRole("button", { name: "Ask", exact: true });
    this.list = page.getByRole("table", { name: "What passes" });
  }

  /** What is listed under a path. */
  row(path: string): Locator {
    return this.list.getByRole("row").filter({ has: this.#pick(path) });
  }

  /** Shows a stream in timeline, verdict and log. */
  async pick(path: string): Promise<void> {
    await this.#pick(path).click();
  }

  /** Chooses the form in the place of the list. */
  async openForm(): Promise<void> {
    await this.button.click();
    await this.panel.getByText("Ask", { exact: true }).click();
  }

  /** Chooses a value of the form's switches, client or way. */
  async choose(value: string): Promise<void> {
    await this.form.getByText(value, { exact: true }).click();
  }

  /** Pastes into the URL's field. */
  async paste(text: string): Promise<void> {
    await this.url.evaluate((field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", text);
      const options = { clipboardData, bubbles: true, cancelable: true, composed: true };
      field.dispatchEvent(new ClipboardEvent("paste", options));
    }, text);
  }

  #pick(path: string): Locator {
    return this.#page.getByRole("button", { name: path, exact: true });
  }
}
