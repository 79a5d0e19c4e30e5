/** The protocol log: what a run reads like, row by row, and how people look at it. */
import type { LogRow } from "../pages/log-panel.ts";
import { expect, test } from "../pages/playground.ts";

test.use({ viewport: { width: 1440, height: 900 } });

/** Whose each row is and what it is, without figures. */
function outline(rows: readonly LogRow[], lane: string): string[] {
  return rows
    .filter((row) => row.lane === lane && row.what !== "size") // told whenever the browser gets to it
    .map(({ whose, what }) => `${whose}: ${what.replace(/ · .*| ×.*/, "")}`);
}

function says(rows: readonly LogRow[], what: string): string[] {
  return rows.filter((row) => row.what.startsWith(what)).map((row) => row.says);
}

test("five ticks through a compressor read like a story", async ({ playground, browserName }) => {
  await playground.open();
  await playground.turn("compress", "true");
  await playground.play("five-ticks");
  await playground.over();
  const rows = await playground.log.read();
  const eventSource = rows.filter(({ lane }) => lane === "EventSource");

  expect(new Set(outline(rows, "EventSource"))).toEqual(
    new Set([
      "browser asks: request",
      "server wrote: head",
      ...[1, 2, 3, 4, 5, 6].map((number) => `server wrote: block ${number}`),
      "server wrote: end",
      "browser saw: open",
      "browser saw: dispatch",
      "browser saw: error",
      "browser asks: request 2",
      "server wrote: note",
    ]),
  );
  const order = outline(rows, "EventSource");
  expect(order.indexOf("server wrote: block 6")).toBeLessThan(
    order.indexOf("browser saw: dispatch"),
  );
  expect(order.slice(0, 3)).toEqual([
    "browser asks: request",
    "server wrote: head",
    "server wrote: block 1",
  ]);
  expect(says(eventSource, "block")).toEqual([
    "A block without data: nobody is told, but the reconnection time becomes 1 000 ms.",
    "Event 1, “tick”, leaves the server. The browser has nothing yet.",
    "Event 2, “tick”, leaves the server. The one before it is still under way.",
    "Event 3, “tick”, leaves the server. The two before it are still under way.",
    "Event 4, “tick”, leaves the server. The three before it are still under way.",
    "Event 5, “tick”, leaves the server. The four before it are still under way.",
  ]);
  expect(says(eventSource, "end")[0]).toBe(
    "The stream ends. Five events had not arrived: now the compressor has to let go.",
  );
  expect(says(eventSource, "open")[0]).toMatch(
    browserName === "firefox"
      ? /^Only now does it open: /
      : /^Only now does the response head arrive: /,
  );
  expect(says(eventSource, "dispatch")[0]).toMatch(/ late\.$/);
  expect(says(eventSource, "error")).toEqual([
    "The end of a stream is an “error” to EventSource. It will ask again in 1 000 ms.",
    expect.stringContaining("204"),
  ]);
  expect(outline(rows, "fetch")).toContain("browser saw: end");
});

test("the columns say what they hold, no new sentence is cut at 1440 px, and a click opens a row", async ({
  page,
  playground,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await playground.open();
  await playground.play("five-ticks");
  await playground.over();
  const { rows } = playground.log;
  const heads = rows.getByRole("columnheader");
  await expect(heads.first()).toBeVisible();
  await expect(heads.first()).toHaveText("time, ms");
  const isCut = (cells: Element[]) =>
    cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent);
  // A sentence that a row above says too stands back, and may be cut.
  const said = rows.getByRole("row").locator(".says:not(.repeated)");
  await expect(said).not.toHaveCount(0);
  expect(await said.evaluateAll(isCut)).toEqual([]);

  const row = playground.log.row("dispatch").last();
  await row.click();
  await expect(row.getByRole("listitem")).not.toHaveCount(0);
  await row.getByRole("gridcell").first().click();
  await expect(row.getByRole("listitem")).toHaveCount(0);
});

test("a dispatch opens the lines that it came from", async ({ playground }) => {
  await playground.open();
  await playground.play("every-field");
  await playground.over();
  const { log } = playground;
  await log.lane("fetch").click();
  await log.select("dispatch");
  await log.selected.getByRole("button", { name: "Show the lines on the wire" }).click();
  await expect(log.selected.getByRole("listitem")).toHaveText([
    ": a comment: no event, and only the log shows it A comment: read and forgotten.",
    "retry: 2000 The reconnection time becomes 2 000 ms.",
    "id: 1 The last event ID buffer becomes “1”.",
    "event: greeting The event type buffer becomes “greeting”.",
    "data: hello Appended to the data buffer.",
    "⏎ dispatch A blank line ends the block: a parser dispatches “greeting”.",
  ]);
  await expect(log.selected).toContainText("EventSource shows no lines to a page");
  await log.rows.press("Enter");
  await expect(log.selected.getByRole("listitem")).toHaveCount(0);
});

test("Lines tells of EventSource what it never shows, and of fetch its chunks", async ({
  playground,
}) => {
  await playground.open();
  await playground.play("every-field");
  await playground.over();
  const { log } = playground;
  await log.look("Lines");
  const rows = await log.read();
  const hint = " EventSource never shows this to the page; the tap tells it.";
  const lines = (lane: string) =>
    rows
      .filter(
        (row) =>
          row.lane === lane && row.whose === "server wrote" && !/head|end|note/.test(row.what),
      )
      .map(({ content, says }) => `${content} | ${says}`);
  const [comment = "", retry = "", ...others] = lines("fetch");
  expect(lines("EventSource")).toEqual([comment + hint, retry + hint, ...others]);
  expect([comment, retry, ...others]).toEqual([
    expect.stringMatching(/^: a comment.* \| A comment: read and forgotten\.$/),
    "retry: 2000 | The reconnection time becomes 2 000 ms.",
    "id: 1 | The last event ID buffer becomes “1”.",
    "event: greeting | The event type buffer becomes “greeting”.",
    "data: hello | Appended to the data buffer.",
    "⏎ dispatch | A blank line ends the block: a parser dispatches “greeting”.",
  ]);
  expect(outline(rows, "fetch")).toContain("browser saw: chunk 1");
  expect(outline(rows, "EventSource").join()).not.toContain("chunk");
});

test("chips show and hide the lanes", async ({ playground }) => {
  await playground.open();
  await playground.play("every-field");
  await playground.over();
  const { log } = playground;
  const shown = (await log.read()).map(({ lane }) => lane);
  expect(shown).toContain("EventSource");
  expect(shown).toContain("fetch");
  await log.lane("fetch").click();
  await expect(log.lane("fetch")).toHaveAttribute("aria-pressed", "false");
  await log.rows.press("Home");
  await expect(log.row("GET /api/sse")).not.toHaveCount(0);
  await expect(log.row("POST /api/sse")).toHaveCount(0);
  await log.lane("fetch").click();
  await log.lane("EventSource").click();
  await log.rows.press("Home");
  await expect(log.row("POST /api/sse")).not.toHaveCount(0);
  await expect(log.row("GET /api/sse")).toHaveCount(0);
});

test("keys go from row to row, and a row that is read does not run away", async ({
  playground,
}) => {
  await playground.open();
  await playground.play("endless-ticker");
  const { log } = playground;
  await expect.poll(() => log.total()).toBeGreaterThan(12);
  await log.rows.press("Home");
  await log.rows.press("ArrowDown");
  await expect(log.selected).toHaveAttribute("aria-rowindex", "3");
  await expect(log.follow).toBeVisible();
  await expect(log.selected).toBeInViewport();
  const seen = await log.total();
  await expect.poll(() => log.total()).toBeGreaterThan(seen);
  await expect(log.selected).toBeInViewport();
  await log.follow.click();
  await expect(log.selected).not.toBeInViewport();
  await expect(log.follow).toBeHidden();
  await playground.stop.click();
  await expect(log.row("Stopped: every lane is closed.")).toBeInViewport();
});

test("ten thousand events fold in the story, and each line of theirs is a row", async ({
  playground,
}) => {
  await playground.open();
  await playground.play("ten-thousand");
  await playground.over();
  const { log } = playground;
  await expect.poll(() => log.counted()).toBeGreaterThan(20_000);
  const folded = await log.total();
  expect(folded).toBeLessThan(2000);
  await log.select("more like this");
  await log.rows.press("Enter");
  await expect.poll(() => log.total()).toBeGreaterThan(folded);
  await log.look("Lines");
  await expect.poll(() => log.total()).toBeGreaterThan(60_000);
  expect(await log.rows.getByRole("row").count()).toBeLessThan(100);
  await log.rows.press("End");
  await expect(log.selected).toBeInViewport();
});

test("on a phone the sentence stands below the row that is tapped", async ({
  playground,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await playground.open();
  await playground.play("every-field");
  await playground.over();
  const sentence = playground.log.row("GET /api/sse").getByText("EventSource can only GET.");
  await expect(sentence).toBeHidden();
  await playground.log.select("GET /api/sse");
  await expect(sentence).toBeVisible();
});
