/** The recorded bytes, what is surely not meant, and the standard's steps: what people look up in the log. */
import { expect, lanes, test } from "../pages/playground.ts";

test.use({ viewport: { width: 1440, height: 900 } });

const said = (cells: readonly { what: string; content: string }[], what: RegExp) =>
  cells.filter((row) => what.test(row.what)).map(({ content }) => content);

test("writes and chunks are the recorded bytes, and an edge may lie inside a character", async ({
  playground,
}) => {
  await playground.open();
  await playground.play("chunk-inside-character");
  for (const lane of lanes) await playground.trace.attempt(lane);
  const { log } = playground;
  await log.look("Bytes");
  const rows = (await log.read()).filter(({ lane }) => lane === "fetch");
  const writes = said(rows, /^write/);
  expect(writes).toHaveLength(66);
  expect(writes.slice(6, 8)).toEqual(["C3", "A9"]);
  const [begun, rest] = rows.filter(
    ({ what, content }) => /^write/.test(what) && /^C3|^A9/.test(content),
  );
  expect(begun?.says).toContain("It ends inside a character.");
  expect(rest?.says).toContain("It begins inside a character.");
  expect(said(rows, /^chunk/)).not.toHaveLength(0);
});

test("EventSource shows no chunks, and its lane says so", async ({ playground }) => {
  await playground.open();
  await playground.play("every-field");
  await playground.over();
  const { log } = playground;
  await log.look("Bytes");
  const rows = await log.read();
  const ofEventSource = rows.filter(({ lane }) => lane === "EventSource");
  expect(ofEventSource.filter(({ what }) => what === "no chunks")).toEqual([
    expect.objectContaining({ says: expect.stringContaining("no bytes and no chunks") }),
  ]);
  expect(said(ofEventSource, /^chunk/)).toEqual([]);
  expect(said(ofEventSource, /^write/)).toEqual(
    said(
      rows.filter(({ lane }) => lane === "fetch"),
      /^write/,
    ),
  );
});

const glyphs: [stream: string, shows: string, names: string[]][] = [
  ["crlf", "id: 1CRLFdata: first line of event 1CRLF", ["carriage return", "line feed"]],
  ["cr", "id: 1CRdata: first line of event 1CR", ["carriage return"]],
  ["bom", "BOM", ["byte order mark, EF BB BF"]],
  ["invalid-bytes", "data: foFFoLF", ["no UTF-8: FF is read as U+FFFD"]],
];
for (const [stream, shows, names] of glyphs) {
  test(`${stream}: what does not show has a name`, async ({ playground }) => {
    await playground.open();
    await playground.play(stream);
    await playground.over();
    const { log } = playground;
    await log.look("Bytes");
    await log.rows.press("Home");
    for (const piece of [/write \d/, /chunk \d/]) {
      const row = log.row(piece).filter({ hasText: shows }).first();
      await expect(row).toBeVisible();
      for (const name of names) {
        await expect(row.getByRole("img", { name, exact: true }).first()).toBeVisible();
      }
    }
  });
}

test("a write opens in hex beside text, and shows where chunks begin", async ({ playground }) => {
  await playground.open();
  await playground.play("chunk-inside-event");
  for (const lane of lanes) await playground.trace.attempt(lane);
  const { log } = playground;
  await log.look("Bytes");
  await log.select(/chunk 1\D/);
  await log.rows.press("Enter");
  const dump = log.selected.getByRole("list", { name: "Bytes in hex" });
  await expect(dump.getByRole("listitem").first()).toContainText("00000000  69 64 3a 20 31 0a 64");
  await expect(dump.getByRole("listitem").first()).toContainText("id: 1.");
});

test("long bytes are folded, never cut", async ({ playground }) => {
  await playground.open();
  await playground.script.write(`data: ${"x".repeat(3000)}\n\n@attempt 2+\n@status 204\n`);
  await playground.begins(() => playground.run.click());
  await playground.over();
  const { log } = playground;
  await log.look("Bytes");
  await log.select(/write 1\D/);
  await log.rows.press("Enter");
  const lines = log.selected.getByRole("list", { name: "Bytes in hex" }).getByRole("listitem");
  await expect(lines).toHaveCount(64);
  await log.selected.getByRole("button", { name: "Show 1 024 of 1 984 bytes more" }).click();
  await log.selected.getByRole("button", { name: "Show 960 bytes more" }).click();
  await expect(lines).toHaveCount(Math.ceil(3008 / 16));
  await expect(log.selected.getByRole("button", { name: /bytes more/ })).toHaveCount(0);
});

test("what is surely not meant is marked with what was probably meant", async ({ playground }) => {
  await playground.open();
  await playground.play("misspelt-fields");
  await playground.over();
  const { log } = playground;
  const marks = async () =>
    (await log.read())
      .filter(({ lane, says }) => lane === "fetch" && says.startsWith("Meant"))
      .map(({ says }) => says);
  const meant = [
    expect.stringMatching(/^Meant data\? Capitals are other letters\./),
    expect.stringMatching(/^Meant data\? /),
    expect.stringMatching(/^Meant data\? A space is part of a field’s name\./),
  ];
  expect(await marks()).toEqual(meant);
  await log.look("Lines");
  expect(await marks()).toEqual(meant);
  await log.look("Bytes");
  expect(await marks()).toEqual(meant);
  await expect(playground.streamNote).toHaveCount(0);
});

test("a JSON text in place of a stream has a note above everything", async ({ playground }) => {
  await playground.open();
  await playground.play("json-body");
  await expect(playground.streamNote).toContainText("This is a JSON text, no event stream.");
  await expect(playground.streamNote).toContainText("behind data: ?");
  await playground.play("every-field");
  await expect(playground.streamNote).toHaveCount(0);
});

test("a row opens the standard's step, with a link that is never fetched", async ({
  playground,
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).hostname));
  await playground.open();
  await playground.play("comments");
  await playground.over();
  const { log } = playground;
  await log.look("Lines");
  await log.select("A comment: read and forgotten.");
  await log.rows.press("Enter");
  await expect(log.selected).toContainText(
    "If the line starts with a U+003A COLON character (:): Ignore the line.",
  );
  await expect(
    log.selected.getByRole("link", { name: "Interpreting an event stream" }),
  ).toHaveAttribute(
    "href",
    "https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation",
  );
  expect(asked).not.toContain("html.spec.whatwg.org");
});
