/**
 * Each shipped stream, as its lanes show it and its log tells it: by the standard, but for what Firefox
 * is known to do otherwise.
 */
import type { LogPanel } from "../pages/log-panel.ts";
import { expect, lanes, onBuiltPage, test } from "../pages/playground.ts";

test.use({ ...onBuiltPage, viewport: { width: 1440, height: 900 } }); // a log that shows the rows of a filter

type Row = [type: string, id: string, data: string];
/** What the log says about the very thing that a stream is there to show. */
type Told = [about: string, says: string];
type Depth = "Lines" | "Bytes";

const text = (data: string, id = ""): Row => ["message", id, data];
const twice = <T>(make: (n: number) => T[]): T[] => [1, 2].flatMap(make);

/** `firefox`: what its EventSource makes of the stream where that is not the standard's (docs/facts.md, 4). */
const streams: { [name: string]: { rows: Row[]; firefox?: Row[]; log: Told[]; depth?: Depth } } = {
  "block-without-data": {
    rows: [text("my type is message")],
    log: [["ends the block", "There is no data, so nothing is dispatched."]],
  },
  bom: {
    rows: [text("I am a data line, with a BOM before me"), text("and nothing is lost")],
    log: [["EF BB BF", "The one byte order mark that may stand at the very start; skipped."]],
  },
  "chinese-and-emoji": {
    rows: [
      ["问候", "一", "你好，世界"],
      ["🎉", "🎈", "👩‍🚀 is several characters, and arrives as one"],
    ],
    log: [
      ["event: 问候", "The event type buffer becomes “问候”."],
      ["id: 🎈", "The last event ID buffer becomes “🎈”."],
    ],
  },
  "chunk-inside-character": {
    rows: [text("é has two bytes"), text("中 has three"), text("😀 has four")],
    depth: "Bytes",
    log: [["ends inside a character", "It ends inside a character."]],
  },
  "chunk-inside-event": {
    rows: twice((n) => [text(`event ${n} comes in pieces`, `${n}`)]),
    log: [["in block 2", "The write ends inside a block: no event is complete yet."]],
  },
  comments: {
    rows: [text("before the silence"), text("after the silence")],
    log: [
      [": still here", "A comment: read and forgotten. EventSource never shows this to the page"],
    ],
  },
  cr: {
    rows: [1, 2, 3].map((n) => text(`first line of event ${n}\nsecond line`, `${n}`)),
    log: [["first line of event 3⏎second line", "A blank line ended the block"]],
  },
  crlf: {
    rows: [1, 2, 3].map((n) => text(`first line of event ${n}\nsecond line`, `${n}`)),
    log: [["first line of event 3⏎second line", "A blank line ended the block"]],
  },
  "encoded-name": {
    rows: [
      ["joined", "", "Bob\n\nevent: left\ndata: Ann"],
      ["joined", "", '"Bob\\n\\nevent: left\\ndata: Ann"'],
    ],
    log: [["data: data: Ann", "Appended to the data buffer, after a line feed."]],
  },
  "event-in-four-writes": {
    rows: twice((n) => [["slow", `${n}`, "all four make one event"]]),
    log: [["write · 12 B", "The write ends inside a block: no event is complete yet."]],
  },
  "event-named-error": {
    rows: [["error", "", "I am a message with a misleading name"], text("the stream goes on")],
    log: [["misleading name", "the browser dispatches “error”."]],
  },
  "every-field": {
    rows: [["greeting", "1", "hello"]],
    log: [
      [": a comment", "A comment: read and forgotten."],
      ["retry: 2000", "The reconnection time becomes 2 000 ms."],
      ["id: 1", "The last event ID buffer becomes “1”."],
      ["event: greeting", "The event type buffer becomes “greeting”."],
    ],
  },
  "fields-glued": {
    rows: [text("hello event: greeting"), ["greeting", "", "hello"]],
    log: [
      [
        "greeting data: hello",
        "Meant a line of its own for data? A value goes on to the end of its line.",
      ],
    ],
  },
  hello: {
    rows: [text("hello"), text("world")],
    log: [["data: world", "Appended to the data buffer."]],
  },
  "id-reset": {
    rows: [text("my last event ID is 7", "7"), text("so is mine", "7"), text("mine is empty")],
    log: [["id", "The last event ID buffer is emptied."]],
  },
  "id-without-data": {
    rows: [text("my last event ID is 7", "7")],
    firefox: [text("my last event ID is 7")],
    log: [
      ["id: 7", "The last event ID buffer becomes “7”."],
      ["ends the block", "There is no data, so nothing is dispatched."],
    ],
  },
  "invalid-bytes": {
    rows: [text("fo\uFFFDo", "1"), text("the next event is as good as ever", "2")],
    log: [["data: fo\uFFFDo", "Appended to the data buffer."]],
  },
  "json-body": {
    rows: [],
    log: [["quotation marks and all", 'Ignored: there is no field “ "data"”.']],
  },
  "last-block-open": {
    rows: [text("I am dispatched")],
    log: [
      [
        "unfinished",
        "The response ended before the blank line: what the buffers hold is thrown away.",
      ],
    ],
  },
  "misspelt-fields": {
    rows: [text("letter by letter")],
    log: [
      ["Data: a capital", "Meant data? Capitals are other letters."],
      ["date: this", "Meant data? Ignored: there is no field “date”."],
      ["data : a space", "Meant data? A space is part of a field’s name."],
    ],
  },
  "multi-line-data": {
    rows: [text("roses are red\n\nviolets are blue"), text("one line is one line")],
    log: [["violets are blue", "Appended to the data buffer, after a line feed."]],
  },
  "one-space": {
    rows: [text("a"), text("a"), text(" a"), text("")],
    log: [["data:  a", "Appended to the data buffer."]],
  },
  "pasted-name": {
    rows: [
      ["joined", "", "Ann"],
      ["joined", "", "Bob"],
      ["left", "", "Ann"],
    ],
    log: [["event: left", "The event type buffer becomes “left”."]],
  },
  "pasted-type": {
    rows: [["tea", "", "Ann is gone\nhello"]],
    log: [["data: hello", "Appended to the data buffer, after a line feed."]],
  },
  "retry-not-a-number": {
    rows: [
      text("come back after two seconds"),
      text("this retry changes nothing"),
      text("nor does this one"),
    ],
    log: [
      ["retry: 1.5s", "Meant retry: 1500? It takes ms: digits and nothing else."],
      ["retry: -1", "Ignored: a reconnection time is digits and nothing else."],
    ],
  },
  silence: {
    rows: [text("before the silence"), text("after the silence")],
    log: [["after the silence", "the browser dispatches “message”."]],
  },
  "silence-with-heartbeat": {
    rows: [text("before the silence"), text("after the silence")],
    log: [[": heartbeat", "A comment: read and forgotten."]],
  },
  "ten-messages": {
    rows: Array.from({ length: 10 }, (_, index) =>
      text(`message ${index + 1} of 10`, `${index + 1}`),
    ),
    log: [["id: 10", "The last event ID buffer becomes “10”."]],
  },
  tokens: {
    rows: ["Server", "-sent", " events", " are", " text."].map((word) => text(word)),
    log: [["-sent", "the browser dispatches “message”."]],
  },
  "tokens-without-data": {
    rows: [text(" are text.")],
    log: [["-sent", "Ignored: there is no field “-sent”."]],
  },
  typewriter: {
    rows: [
      ...["Server", "-sent", " events", " are", " text."].map((word, index) =>
        text(`{"text": "${word}"}`, `${index + 1}`),
      ),
      text("[DONE]", "6"),
    ],
    log: [["[DONE]", "the browser dispatches “message”."]],
  },
  "unnamed-and-named": {
    rows: [1, 2, 3].flatMap((): Row[] => [
      text("unnamed, so its type is message"),
      ["named", "", "named, so onmessage stays silent"],
    ]),
    log: [["onmessage stays silent", "the browser dispatches “named”."]],
  },
};

/** Their lanes: in reconnect.spec.ts, delivery.spec.ts, refused.spec.ts and the lesson on `retry`; of ten-thousand, below. */
const elsewhere: { [name: string]: Told[] } = {
  "custom-event": [["event: customEvent", "The event type buffer becomes “customEvent”."]],
  "cut-once": [["cut", "The server cuts the connection before the body is complete."]],
  "drop-and-resume": [
    ["cut", "The server cuts the connection before the body is complete."],
    ["Last-Event-ID: 2", "The server goes on after the event with id 2"],
  ],
  "ends-and-comes-back": [["request 2", "Attempt 2, without a Last-Event-ID."]],
  "endless-ticker": [["tick 3", "the browser dispatches “message”."]],
  "five-ticks": [["event: tick", "The event type buffer becomes “tick”."]],
  "no-content": [["204", "204 tells the browser to stop reconnecting."]],
  "retry-stays": [["request 2", "Attempt 2, without a Last-Event-ID."]],
  "retry-zero": [["request 2", "Attempt 2, without a Last-Event-ID."]],
  "server-error": [["500", "the standard wants 200, and EventSource gives up at 500."]],
  "ten-thousand": [["data: 10000", "Appended to the data buffer."]],
  ticker: [["id: 2", "The last event ID buffer becomes “2”."]],
  "typewriter-cut": [["Last-Event-ID: 3", "The server goes on after the event with id 3"]],
  "wrong-content-type": [
    ["application/json", "application/json is no event stream: EventSource gives up."],
  ],
};

/** Filters the log by what each row is about, and reads what it says. */
async function expectTold(log: LogPanel, told: readonly Told[]): Promise<void> {
  for (const [about, says] of told) {
    await log.search.fill(about);
    await expect(log.row(about).filter({ hasText: says }).first(), about).toBeVisible();
  }
}

/** A page plays several of them, one after the other: to open it takes longer than to play one. */
const PER_PAGE = 6;

function perPage<T>(table: Readonly<Record<string, T>>): [name: string, T][][] {
  const entries = Object.entries(table);
  return Array.from({ length: Math.ceil(entries.length / PER_PAGE) }, (_, page) =>
    entries.slice(page * PER_PAGE, (page + 1) * PER_PAGE),
  );
}

for (const group of perPage(streams)) {
  const names = group.map(([name]) => name).join(", ");
  test(`as both lanes show it and the log tells it: ${names}`, async ({
    page,
    playground,
    browserName,
  }) => {
    await playground.open();
    await page.keyboard.press("/");
    for (const [name, { rows, firefox, log, depth = "Lines" }] of group) {
      await test.step(name, async () => {
        await playground.log.look(depth);
        await playground.play(name);
        for (const lane of lanes) {
          await playground.trace.attempt(lane); // has ended: no more rows are to come
          const asFirefox = browserName === "firefox" && lane === "eventsource";
          const expected = (asFirefox && firefox) || rows;
          await expect.poll(() => playground.shown(lane), `${name}, ${lane}`).toEqual(expected);
        }
        await expectTold(playground.log, log);
      });
    }
  });
}

for (const group of perPage(elsewhere)) {
  test(`as the log tells it: ${group.map(([name]) => name).join(", ")}`, async ({
    page,
    playground,
  }) => {
    await playground.open();
    await page.keyboard.press("/");
    await playground.log.look("Lines");
    for (const [name, log] of group) {
      await test.step(name, async () => {
        await playground.play(name);
        await expectTold(playground.log, log);
      });
    }
  });
}

test("the streams of these tables are all that are shipped", async ({ playground }) => {
  await playground.open();
  await playground.stream.click();
  const names = playground.streams.locator("b"); // an option's line stands behind its name
  const offered = async () => (await names.allTextContents()).toSorted();
  const tested = [...Object.keys(streams), ...Object.keys(elsewhere), "Chat model"];
  await expect.poll(offered).toEqual(tested.toSorted());
});

test("the list of streams: groups in the order of teaching, a line each, all by keys", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.stream.press("Enter");
  const list = page.getByRole("listbox", { name: "Stream" });
  await expect(list).toBeFocused();
  await expect(list.getByRole("group")).toHaveCount(6);
  const reconnecting = list.getByRole("group", { name: "Reconnecting" });
  await expect(reconnecting.getByRole("option").first()).toContainText(
    "ends-and-comes-back An end is no end",
  );
  await expect(list.getByRole("option", { selected: true })).toContainText("five-ticks");

  await page.keyboard.type("c"); // custom-event, and no flip of compress
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(playground.stream).toBeFocused();
  await expect(playground.segment("compress", "false")).toBeChecked();

  await playground.stream.press("Enter");
  await expect(list).toBeFocused();
  await page.keyboard.type("js");
  await playground.begins(() => page.keyboard.press("Enter"));
  await expect(playground.stream).toHaveText("json-body");
  await expect(playground.stream).toBeFocused();
});
