/** The protocol log as people name it, and what they do in it. */
import { expect, type Locator, type Page } from "@playwright/test";

/** A row as it reads. */
export type LogRow = {
  whose: string;
  lane: string;
  what: string;
  content: string;
  says: string;
};

/** Where both lanes are shown. */
const COLUMNS = ["at", "whose", "lane", "what", "content", "says"] as const;

export class LogPanel {
  readonly rows: Locator;
  readonly selected: Locator;
  readonly count: Locator;
  /** Says how many records met a bound. */
  readonly notKept: Locator;
  readonly follow: Locator;
  readonly pause: Locator;
  readonly clear: Locator;
  readonly copy: Locator;
  /** What was copied, where there is no clipboard. */
  readonly byHand: Locator;
  /** What the filter is made of. */
  readonly search: Locator;
  readonly menus: Readonly<Record<"side" | "kind" | "type", Locator>>;
  /** What is wrong with a regular expression. */
  readonly searchProblem: Locator;
  /** Says that the filter left nothing, and holds the way out. */
  readonly noRowPasses: Locator;
  /** Opens the parser view. */
  readonly step: Locator;
  readonly #panel: Locator;

  constructor(page: Page) {
    this.#panel = page.getByRole("region", { name: "Protocol log" });
    this.rows = this.#panel.getByRole("grid", { name: "Protocol log" });
    this.selected = this.rows.getByRole("row", { selected: true });
    this.count = this.#panel.getByText(/^([\d\s]+ of )?[\d\s]+ rows?$/);
    this.step = this.#panel.getByRole("button", { name: "Step", exact: true });
    this.notKept = this.#panel.getByTitle(/than this page keeps/);
    this.follow = this.#panel.getByRole("button", { name: "Follow the end" });
    this.pause = this.#panel.getByRole("button", { name: /^(Pause|Resume)/ });
    this.clear = this.#panel.getByRole("button", { name: /^(Clear|Show all again)$/ });
    this.copy = this.#panel.getByRole("button", { name: "Copy", exact: true });
    this.byHand = this.#panel.getByRole("textbox", { name: "There is no clipboard here." });
    const filter = this.#panel.getByRole("search", { name: "Filter" });
    this.search = filter.getByRole("textbox", { name: "Text or regular expression" });
    this.menus = {
      side: filter.getByRole("combobox", { name: "Side" }),
      kind: filter.getByRole("combobox", { name: "Kind" }),
      type: filter.getByRole("combobox", { name: "Event type" }),
    };
    this.searchProblem = filter.getByRole("alert");
    this.noRowPasses = this.#panel.getByRole("status");
  }

  /** A chip that shows or hides the rows of a lane. */
  lane(name: "EventSource" | "fetch"): Locator {
    return this.#panel.getByRole("button", { name, exact: true });
  }

  async look(depth: "Story" | "Lines" | "Bytes"): Promise<void> {
    const depths = this.#panel.getByRole("radiogroup", { name: "Depth" });
    await depths.getByText(depth, { exact: true }).click();
    await expect(depths.getByRole("radio", { name: depth })).toBeChecked();
    const ofAnother = this.#panel.locator(`[data-depth]:not([data-depth=${depth.toLowerCase()}])`);
    await expect(ofAnother).toHaveCount(0); // before a run there are no rows at all
  }

  /** Rows that are drawn and hold `text`. */
  row(text: string | RegExp): Locator {
    return this.rows.getByRole("row").filter({ hasText: text });
  }

  /** The figure beside the log: rows, those that are folded away too. */
  async counted(): Promise<number> {
    const all = ((await this.count.textContent()) ?? "").replace(/^.* of /, "");
    return Number(all.replace(/\D/g, ""));
  }

  /** How many rows pass the filter; `undefined` where all of them do. */
  async passing(): Promise<number | undefined> {
    const [, passing] = /^([\d\s]+) of /.exec((await this.count.textContent()) ?? "") ?? [];
    return passing === undefined ? undefined : Number(passing.replace(/\D/g, ""));
  }

  /** The figure beside the log, once the log has been told every record of the run that is over. */
  async countedInFull(): Promise<number> {
    let counted = -1;
    await expect(async () => {
      const before = counted;
      counted = await this.counted();
      expect(counted).toBeGreaterThan(0);
      expect(counted).toBe(before);
    }).toPass();
    return counted;
  }

  /** How many rows there are, drawn or not; the column's names are one of them for whoever hears the page. */
  async total(): Promise<number> {
    return Number(await this.rows.getAttribute("aria-rowcount")) - 1;
  }

  /** Selects the first row that holds `text`, wherever it is. */
  async select(text: string | RegExp): Promise<void> {
    for await (const _ of this.#pages()) {
      if ((await this.row(text).count()) === 0) continue;
      await this.row(text)
        .first()
        .click({ modifiers: ["ControlOrMeta"] }); // a bare click opens it
      return;
    }
    throw new Error(`the log has no row that holds ${text}`);
  }

  /** Reads every row, the first one first. Both lanes must be shown. */
  async read(): Promise<LogRow[]> {
    const read = new Map<number, LogRow>();
    for await (const _ of this.#pages()) {
      for (const [index, cells] of await this.#drawn()) {
        const cell = (name: (typeof COLUMNS)[number]) =>
          (cells[COLUMNS.indexOf(name)] ?? "").replace(/\s+/g, " ").trim();
        const [whose, lane] = [cell("whose"), cell("lane")];
        read.set(index, {
          whose,
          lane,
          what: cell("what"),
          content: cell("content"),
          says: cell("says"),
        });
      }
    }
    return [...read].toSorted(([a], [b]) => a - b).map(([, row]) => row);
  }

  /** Index and cells of the rows that are drawn. */
  async #drawn(): Promise<[index: number, cells: string[]][]> {
    return await this.rows
      .getByRole("row")
      .evaluateAll((rows) =>
        rows
          .map((row): [number, string[]] => [
            Number(row.getAttribute("aria-rowindex")),
            [...row.querySelectorAll("[role=gridcell]")].map(
              ({ textContent }) => textContent ?? "",
            ),
          ])
          .filter(([, cells]) => cells.length > 0),
      );
  }

  /** Goes through the rows from the first one, a page at a time. */
  async *#pages(): AsyncGenerator<void> {
    await this.rows.press("Home");
    for (let last = ""; ; ) {
      const selected = (await this.selected.getAttribute("id")) ?? "";
      if (selected === last) return;
      last = selected;
      yield;
      await this.rows.press("PageDown");
    }
  }
}
