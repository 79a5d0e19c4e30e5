/** The chat as people name it: what is asked, and what each lane makes of the answer. */
import type { Locator, Page } from "@playwright/test";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import type { LaneName } from "../../trace/run/records.ts";

/** What the demo model says to the prompt that stands there at first; and what it says as a poet. */
export const ANSWER =
  /^You asked: “Why does text .*Whoever decodes each chunk by itself tears them\./s;
export const POEM = /^(One line, and then another|The stream was cut).*(🌊|🌙)/s;

export class ChatPanel {
  readonly prompt: Locator;
  readonly role: Locator;
  readonly client: Locator;
  readonly way: Locator;
  /** How fast the demo model speaks. */
  readonly slow: Locator;
  /** Goes on with an answer that a page left behind when it was loaded anew. */
  readonly resume: Locator;
  readonly panel: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.panel = page.getByRole("region", { name: "Chat model" });
    this.prompt = this.panel.getByRole("textbox", { name: "Prompt" });
    this.role = this.panel.getByRole("combobox", { name: "Role" });
    this.client = this.panel.getByRole("combobox", { name: "Client" });
    this.way = this.panel.getByRole("combobox", { name: "Way" });
    this.slow = this.panel.getByRole("radiogroup", { name: "slow" });
    this.resume = this.panel.getByRole("button", { name: "Go on with it" });
  }

  /** Picks the chat among the streams; nobody is asked by that. */
  async choose(): Promise<void> {
    await this.#page.getByRole("button", { name: /^Stream: / }).click();
    await this.#page.getByRole("option", { name: /^Chat model/ }).click();
    await this.role.getByRole("option").first().waitFor({ state: "attached" });
  }

  /** The one button that asks: in the header, or in the drawer where that covers it. */
  get ask(): Locator {
    const isDrawer = (this.#page.viewportSize()?.width ?? 0) < 1280;
    const place = isDrawer ? this.panel : this.#page.getByRole("banner");
    return place.getByRole("button", { name: /^Ask( Space)?$/ });
  }

  answer(lane: LaneName): Locator {
    const region = this.#page.getByRole("region", { name: laneTitles[lane] });
    return region.getByRole("region", { name: "Answer" });
  }

  /** The text as it stands there, with what is told below it. */
  text(lane: LaneName): Locator {
    return this.answer(lane).getByRole("group", { name: "Answer" });
  }

  /** The token that is pointed at, by keys or by whatever else. */
  token(lane: LaneName): Locator {
    return this.text(lane).locator("[aria-current]");
  }

  /** What a wrong way makes of it. */
  wrong(lane: LaneName): Locator {
    return this.answer(lane).getByRole("region", { name: "Wrong way" });
  }

  /** Moves where the chunks end that a wrong way reads. */
  async recut(lane: LaneName, cut: string): Promise<void> {
    const cuts = this.wrong(lane).getByRole("radiogroup", { name: "Chunks" });
    await cuts.getByText(cut, { exact: true }).click();
  }
}
