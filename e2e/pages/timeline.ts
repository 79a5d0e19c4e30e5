/** The timeline as people name it, and what they do with it. */
import type { Locator, Page } from "@playwright/test";
import { type SavedFile, savedFile } from "../support/saved-file.ts";

export class TimelinePanel {
  readonly page: Page;
  readonly picture: Locator;
  readonly zoomIn: Locator;
  readonly showAll: Locator;
  readonly #save: Locator;

  constructor(page: Page) {
    this.page = page;
    this.picture = page.getByRole("img", { name: "Timeline" });
    const tools = page.getByRole("group", { name: "Look at the timeline" });
    this.zoomIn = tools.getByRole("button", { name: "Zoom in" });
    this.showAll = tools.getByRole("button", { name: "Show all" });
    this.#save = tools.getByRole("button", { name: "SVG" });
  }

  /** The first of the words that stand exactly so in the picture. */
  words(words: string): Locator {
    return this.picture.getByText(words, { exact: true }).first();
  }

  /** How many parts the picture is drawn of. */
  parts(): Promise<number> {
    return this.picture.evaluate((picture) => picture.querySelectorAll("*").length);
  }

  /** Returns the middle of such words, px. */
  async place(words: string): Promise<{ x: number; y: number }> {
    const box = await this.words(words).boundingBox();
    if (box === null) throw new Error(`"${words}" is not in the timeline`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Turns the wheel over such words, with Ctrl. */
  async zoomAt(words: string): Promise<void> {
    const { x, y } = await this.place(words);
    await this.page.mouse.move(x, y);
    await this.page.keyboard.down("Control");
    await this.page.mouse.wheel(0, -100);
    await this.page.keyboard.up("Control");
  }

  /** Clicks twice in the middle of the picture. Playwright's Firefox makes no double click of it, on any page. */
  async doubleClick(): Promise<void> {
    if (this.#isFirefox) await this.picture.dispatchEvent("dblclick");
    else await this.picture.dblclick();
  }

  /** Puts two fingers to the left and right of such words, and draws them apart. */
  async pinchAt(words: string): Promise<void> {
    const { x, y } = await this.place(words);
    const fingers = (apart: number) => [
      { x: x - apart, y },
      { x: x + apart, y },
    ];
    if (this.#isFirefox) await this.#pretendToPinch(fingers);
    else await this.#pinch(fingers);
  }

  /** Drags the picture sideways by so many px. */
  async drag(by: number): Promise<void> {
    const box = await this.picture.boundingBox();
    if (box === null) throw new Error("the timeline is not there");
    const y = box.y + box.height / 2;
    const x = box.x + box.width / 2;
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + by, y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Saves it as a picture. */
  save(): Promise<SavedFile> {
    return savedFile(this.page, () => this.#save.click());
  }

  async #pinch(fingers: (apart: number) => { x: number; y: number }[]): Promise<void> {
    const devTools = await this.page.context().newCDPSession(this.page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", apart?: number) =>
      devTools.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: apart === undefined ? [] : fingers(apart),
      });
    await touch("touchStart", 40);
    for (const apart of [50, 60, 70, 80]) await touch("touchMove", apart);
    await touch("touchEnd");
    await devTools.detach();
  }

  /** Nothing drives Firefox's fingers: what they make it dispatch. */
  async #pretendToPinch(fingers: (apart: number) => { x: number; y: number }[]): Promise<void> {
    const touch = async (type: string, apart: number) => {
      for (const [pointerId, { x, y }] of fingers(apart).entries()) {
        const init = { pointerId, pointerType: "touch", clientX: x, clientY: y, bubbles: true };
        await this.picture.dispatchEvent(type, init);
      }
    };
    await touch("pointerdown", 40);
    for (const apart of [50, 60, 70, 80]) await touch("pointermove", apart);
    await touch("pointerup", 80);
  }

  get #isFirefox(): boolean {
    return this.page.context().browser()?.browserType().name() === "firefox";
  }
}
