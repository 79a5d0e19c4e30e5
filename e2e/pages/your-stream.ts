/** "Your stream": the list of what passes the target proxy. */
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
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.button = page.getByRole("button", { name: "Your stream", exact: true });
    this.panel = page.getByRole("region", { name: "Your stream" });
    this.whereDoesItRun = page.getByText("Where does yours run?");
    this.tools = page.getByRole("region", { name: "Tools, and the line to change" });
    this.isServer = page.getByRole("checkbox", { name: /^Nothing stands before my server at/ });
    this.askAgain = page.getByRole("button", { name: "Ask again without Accept-Encoding" });
    this.list = page.getByRole("table", { name: "What passes" });
  }

  /** What is listed under a path. */
  row(path: string): Locator {
    return this.list.getByRole("row").filter({ has: this.#pick(path) });
  }

  /** Shows one in timeline, verdict and log. */
  async pick(path: string): Promise<void> {
    await this.#pick(path).click();
  }

  #pick(path: string): Locator {
    return this.#page.getByRole("button", { name: path, exact: true });
  }
}
