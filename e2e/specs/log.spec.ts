/** The protocol log: what a run reads like, row by row, and how people look at it. */
import type { LogRow } from "../pages/log-panel.ts";
import { expect, onBuiltPage, test } from "../pages/playground.ts";

test.use({ ...onBuiltPage, viewport: { width: 1440, height: 900 } });

/** Whose each row is and what it is, without figures. */
function outline(rows: readonly LogRow[], lane: string): string[] {
  return rows
    .filter((row) => row.lane === lane && row.what !== "size") // told whenever the browser gets to it
    .map(({ whose, what }) => `${whose}: ${what.replace(/ · .*| ×.*/, "")}`);
}

test("a burst reads like a story: what was written, in order, before what came of it", async ({
  playground,
}) => {
  await playground.openRecorded("burst-br");
  const rows = outline(await playground.log.read(), "EventSource");
  expect(new Set(rows)).toEqual(
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
  expect(rows.slice(0, 3)).toEqual([
    "browser asks: request",
    "server wrote: head",
    "server wrote: block 1",
  ]);
  expect(rows.indexOf("server wrote: block 6")).toBeLessThan(rows.indexOf("browser saw: dispatch"));
});

test("the columns say what they hold, no new sentence is cut at 1440 px, and a click opens a row", async ({
  page,
  playground,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await playground.openRecorded("live-through-a-proxy");
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

test("what the last row opens is in view", async ({ playground }) => {
  await playground.openRecorded("live-direct");
  const { log } = playground;
  for (const key of ["End", "Enter"]) await log.rows.press(key); // selected first, opened then
  await expect(log.row("gives up for good").getByRole("link")).toBeInViewport({ ratio: 1 });
});

test("one event, at each depth, lane by lane, and on a phone", async ({ playground, page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).hostname));
  await playground.openRecorded("one-event");
  const { log } = playground;

  await test.step("a sentence steps back where it was said before", async () => {
    await log.rows.press("Home");
    const said = log.rows.getByText(/^The right type/); // of each lane's head
    await expect(said).toHaveCount(2);
    const [first, second] = await said.evaluateAll((cells) =>
      cells.map((cell) => getComputedStyle(cell).color),
    );
    expect(second).not.toBe(first);
  });

  await test.step("chips show and hide the lanes", async () => {
    await expect(log.row("GET /api/sse")).not.toHaveCount(0);
    await expect(log.row("POST /api/sse")).not.toHaveCount(0);
    await log.lane("EventSource").click();
    await expect(log.lane("EventSource")).toHaveAttribute("aria-pressed", "false");
    await log.rows.press("Home");
    await expect(log.row("POST /api/sse")).not.toHaveCount(0);
    await expect(log.row("GET /api/sse")).toHaveCount(0);
    await log.lane("EventSource").click();
    await log.lane("fetch").click();
    await log.rows.press("Home");
    await expect(log.row("GET /api/sse")).not.toHaveCount(0);
    await expect(log.row("POST /api/sse")).toHaveCount(0);
  });

  await test.step("a dispatch opens the lines that it came from", async () => {
    await log.select("dispatch");
    await log.selected.getByRole("button", { name: "Show the lines on the wire" }).click();
    const lines = [/: a comment/, /retry/, /id: 1/, /event: greeting/, /data: hello/, /⏎/];
    await expect(log.selected.getByRole("listitem")).toHaveText(lines);
    await expect(log.selected).toContainText("EventSource shows no lines to a page");
    await log.rows.press("Enter");
    await expect(log.selected.getByRole("listitem")).toHaveCount(0);
  });
  await log.lane("fetch").click();

  await test.step("Lines tells of EventSource what it never shows, and of fetch its chunks", async () => {
    await log.look("Lines");
    const rows = await log.read();
    const lines = (lane: string) =>
      rows.filter(
        (row) =>
          row.lane === lane && row.whose === "server wrote" && !/head|end|note/.test(row.what),
      );
    const contents = (lane: string) => lines(lane).map(({ content }) => content);
    expect(contents("EventSource")).toEqual(contents("fetch"));
    expect(contents("fetch")).toEqual([
      expect.stringMatching(/^: a comment/),
      "retry: 2000",
      "id: 1",
      "event: greeting",
      "data: hello",
      "⏎ dispatch",
    ]);
    const hidden = lines("EventSource").filter(({ says }) => says.includes("never shows"));
    expect(hidden.map(({ content }) => content)).toEqual(contents("EventSource").slice(0, 2));
    expect(outline(rows, "fetch")).toContain("browser saw: chunk 1");
    expect(outline(rows, "EventSource").join()).not.toContain("chunk");
  });

  await test.step("a row opens the standard's step, with a link that is never fetched", async () => {
    await log.select(": a comment");
    await log.rows.press("Enter");
    await expect(log.selected).toContainText("U+003A COLON");
    await expect(
      log.selected.getByRole("link", { name: "Interpreting an event stream" }),
    ).toHaveAttribute("href", /^https:\/\/html\.spec\.whatwg\.org\/.*interpretation$/);
    expect(asked).not.toContain("html.spec.whatwg.org");
  });

  await test.step("EventSource shows no chunks, and its lane says so", async () => {
    await log.look("Bytes");
    const rows = await log.read();
    const of = (lane: string, what: RegExp) =>
      rows.filter((row) => row.lane === lane && what.test(row.what)).map(({ content }) => content);
    expect(of("EventSource", /^no chunks/)).toHaveLength(1);
    expect(of("EventSource", /^chunk/)).toEqual([]);
    expect(of("EventSource", /^write/)).toEqual(of("fetch", /^write/));
  });

  await test.step("on a phone the sentence stands below the row that is tapped", async () => {
    await log.look("Story");
    await page.setViewportSize({ width: 390, height: 844 });
    const sentence = log.row("GET /api/sse").getByText(/^EventSource can only GET/);
    await expect(sentence).toBeHidden();
    await log.select("GET /api/sse");
    await expect(sentence).toBeVisible();
  });
});

test("keys go from row to row, and a row that is read does not run away", async ({
  playground,
}) => {
  await playground.open();
  await playground.script.write("@repeat\ndata: {{n}}\n\n@wait 60ms\n@end\n");
  await playground.begins(() => playground.run.click());
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
  await expect(log.row("Stopped: every lane is closed.")).toBeAttached();
  const last = log.rows.getByRole("row").last();
  await expect(async () => {
    const total = await log.total(); // the server's records of the end come after the page's own
    await expect(last).toHaveAttribute("aria-rowindex", String(total + 1), { timeout: 1000 });
  }).toPass();
  await expect(last).toBeInViewport();
});
