/** What Chromium paints, as frames: it sends one whenever something has changed. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { CDPSession, Page } from "@playwright/test";

/** `least`: it stays at least so long. ms */
type Frame = { at: number; png: Buffer; least: number };

export class Film {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #frames: Frame[] = [];

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
    session.on("Page.screencastFrame", ({ data, sessionId, metadata: { timestamp = 0 } }) => {
      this.#frames.push({ at: timestamp * 1000, png: Buffer.from(data, "base64"), least: 0 });
      session.send("Page.screencastFrameAck", { sessionId }).catch(() => {}); // over meanwhile
    });
  }

  static async begin(page: Page): Promise<Film> {
    const session = await page.context().newCDPSession(page);
    const film = new Film(page, session);
    await session.send("Page.startScreencast", { format: "png" });
    return film;
  }

  /** The page as it is, for `least` ms: what it painted while a frame was on its way is in none. */
  async still(least: number): Promise<void> {
    const png = await this.#page.screenshot();
    this.#frames.push({ at: Date.now(), png, least });
  }

  /**
   * Writes the frames, and a list of them: the file of each, and how long it stays.
   * @returns the list's file
   */
  async end(folder: string): Promise<string> {
    await this.#session.send("Page.stopScreencast");
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    // A frame that was on its way comes behind a still, and shows what was before it.
    const frames = this.#frames.toSorted((one, other) => one.at - other.at);
    const list = await Promise.all(
      frames.map(async ({ at, png, least }, n) => {
        const file = path.join(folder, `${String(n).padStart(4, "0")}.png`);
        await writeFile(file, png);
        return { file, ms: Math.round(Math.max(least, (frames[n + 1]?.at ?? at) - at)) };
      }),
    );
    const file = path.join(folder, "frames.json");
    await writeFile(file, JSON.stringify(list));
    return file;
  }
}
