/** Each shipped stream, as its lanes show it: by the standard, but for what Firefox is known to do otherwise. */
import { expect, test } from "./playground.ts";

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
  "last-block-open": { rows: [text("I am dispatched")] },
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
    for (const lane of ["eventsource", "fetch"] as const) {
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
    "no-content": "here",
    "ten-thousand": "here",
    "wrong-content-type": "here",
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
  for (const lane of ["eventsource", "fetch"] as const) {
    const { arrived } = await playground.trace.attempt(lane);
    expect(arrived.map(({ data }) => data)).toEqual(
      Array.from({ length: 10_000 }, (_, index) => `${index + 1}`),
    );
    await expect(playground.lane(lane)).toContainText("The newest 200 of 10 000 events");
    await expect(playground.events(lane).last()).toContainText("10000");
  }
});

test("a retry reaches both lanes; EventSource keeps to it", async ({ playground }) => {
  await playground.open();
  await playground.play("every-field");
  for (const lane of ["eventsource", "fetch"] as const) {
    await expect(playground.lane(lane)).toContainText(/reconnection time\s*2\s000\sms/);
  }
  await playground.over();
  await expect(playground.state("eventsource")).toHaveText("2 closed by 204");
  await expect(playground.state("fetch")).toHaveText("done");
});

const refused: [stream: string, says: string, eventsource: string, fetch: string][] = [
  [
    "wrong-content-type",
    "The response is application/json; an event stream needs Content-Type: text/event-stream.",
    "2 closed for good: application/json",
    "failed: application/json",
  ],
  [
    "no-content",
    "The answer is 204: there is no stream, and nobody is to come back.",
    "2 closed by 204",
    "failed: status 204",
  ],
];
for (const [stream, says, eventsource, fetch] of refused) {
  test(`${stream} is no stream, and the verdict says why`, async ({ playground }) => {
    await playground.open();
    await playground.play(stream);
    await playground.over();
    await expect(playground.verdict).toHaveText("No stream");
    await expect(playground.verdictSentence).toContainText(says);
    await expect(playground.state("eventsource")).toHaveText(eventsource);
    await expect(playground.state("fetch")).toHaveText(fetch);
    await expect(playground.events("eventsource")).toHaveCount(0);
    await expect(playground.events("fetch")).toHaveCount(0);
  });
}
