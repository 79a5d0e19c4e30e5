/** Each shipped stream, as its lanes show it: by the standard, but for what Firefox is known to do otherwise. */
import { expect, lanes, test } from "./playground.ts";

type Row = [type: string, id: string, data: string];
const text = (data: string, id = ""): Row => ["message", id, data];
const twice = <T>(make: (n: number) => T[]): T[] => [1, 2].flatMap(make);

/** `firefox`: what its EventSource makes of the stream where that is not the standard's (facts.md, 4). */
const streams: { [name: string]: { rows: Row[]; firefox?: Row[] } } = {
  "block-without-data": { rows: [text("my type is message")] },
  bom: { rows: [text("I am a data line, with a BOM before me"), text("and nothing is lost")] },
  "chinese-and-emoji": {
    rows: [
      ["问候", "一", "你好，世界"],
      ["🎉", "🎈", "👩‍🚀 is several characters, and arrives as one"],
    ],
  },
  "chunk-inside-character": {
    rows: [text("é has two bytes"), text("中 has three"), text("😀 has four")],
  },
  "chunk-inside-event": { rows: twice((n) => [text(`event ${n} comes in pieces`, `${n}`)]) },
  comments: { rows: [text("before the silence"), text("after the silence")] },
  cr: {
    rows: [1, 2, 3].map((n) => text(`first line of event ${n}\nsecond line`, `${n}`)),
  },
  crlf: {
    rows: [1, 2, 3].map((n) => text(`first line of event ${n}\nsecond line`, `${n}`)),
  },
  "event-in-four-writes": { rows: twice((n) => [["slow", `${n}`, "all four make one event"]]) },
  "event-named-error": {
    rows: [["error", "", "I am a message with a misleading name"], text("the stream goes on")],
  },
  "every-field": { rows: [["greeting", "1", "hello"]] },
  "fields-glued": { rows: [text("hello event: greeting"), ["greeting", "", "hello"]] },
  "id-reset": {
    rows: [text("my last event ID is 7", "7"), text("so is mine", "7"), text("mine is empty")],
  },
  "id-without-data": {
    rows: [text("my last event ID is 7", "7")],
    firefox: [text("my last event ID is 7")],
  },
  "invalid-bytes": {
    rows: [text("fo\uFFFDo", "1"), text("the next event is as good as ever", "2")],
  },
  "json-body": { rows: [] },
  "last-block-open": { rows: [text("I am dispatched")] },
  "misspelt-fields": { rows: [text("letter by letter")] },
  "multi-line-data": {
    rows: [text("roses are red\n\nviolets are blue"), text("one line is one line")],
  },
  "retry-not-a-number": {
    rows: [
      text("come back after two seconds"),
      text("this retry changes nothing"),
      text("nor does this one"),
    ],
  },
  silence: { rows: [text("before the silence"), text("after the silence")] },
  "silence-with-heartbeat": { rows: [text("before the silence"), text("after the silence")] },
  "ten-messages": {
    rows: Array.from({ length: 10 }, (_, index) =>
      text(`message ${index + 1} of 10`, `${index + 1}`),
    ),
  },
  tokens: { rows: ["Server", "-sent", " events", " are", " text."].map((word) => text(word)) },
  "tokens-without-data": { rows: [text(" are text.")] },
  "unnamed-and-named": {
    rows: [1, 2, 3].flatMap((): Row[] => [
      text("unnamed, so its type is message"),
      ["named", "", "named, so onmessage stays silent"],
    ]),
  },
};

for (const [name, { rows, firefox }] of Object.entries(streams)) {
  test(`${name} as both lanes show it`, async ({ playground, browserName }) => {
    await playground.open();
    await playground.play(name);
    for (const lane of lanes) {
      await playground.trace.attempt(lane); // has ended: no more rows are to come
      const asFirefox = browserName === "firefox" && lane === "eventsource";
      await expect.poll(() => playground.shown(lane), lane).toEqual((asFirefox && firefox) || rows);
    }
  });
}

test("the streams of this table, and those of other specs, are all that are shipped", async ({
  playground,
}) => {
  const elsewhere = {
    "custom-event": "reconnect.spec.ts",
    "drop-and-resume": "reconnect.spec.ts",
    "ends-and-comes-back": "reconnect.spec.ts",
    "endless-ticker": "reconnect.spec.ts",
    "five-ticks": "delivery.spec.ts",
    "no-content": "refused.spec.ts",
    "ten-thousand": "here",
    "wrong-content-type": "refused.spec.ts",
  };
  await playground.open();
  const names = await playground.stream.getByRole("option").allTextContents();
  expect(names.map((name) => name.trim()).toSorted()).toEqual(
    [...Object.keys(streams), ...Object.keys(elsewhere)].toSorted(),
  );
});

test("a lane shows the newest of ten thousand events, and counts them all", async ({
  playground,
}) => {
  await playground.open();
  await playground.play("ten-thousand");
  const newest = Array.from({ length: 200 }, (_, index) => text(`${9801 + index}`));
  for (const lane of lanes) {
    await expect(playground.lane(lane)).toContainText("The newest 200 of 10 000 events");
    expect(await playground.shown(lane)).toEqual(newest);
  }
});
