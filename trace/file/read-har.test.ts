import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { traceFileProblem } from "../en/trace-file.ts";
import { verdictSentences } from "../en/verdict.ts";
import { verdict } from "../verdict/verdict.ts";
import { looksLikeHar, MAX_HAR_STREAMS, streamsInHar } from "./read-har.ts";
import { readTrace } from "./read-trace.ts";
import { TraceFileError } from "./trace-file-error.ts";
import { writeTrace } from "./write-trace.ts";

const BEGAN = "2026-11-30T06:00:00.000Z";
const epoch = 1_796_018_400;
const body = "id: 1\ndata: a\n\nid: 2\ndata: b\n\nid: 3\ndata: c\n\n";

/** Returns an entry as both browsers write it. */
function entry({ response = {}, timings = {}, ...more }: Record<string, unknown> = {}) {
  return {
    startedDateTime: BEGAN,
    time: 2010,
    request: {
      method: "GET",
      url: "https://me:hush@example.test/events?key=hush&a=1",
      headers: [],
    },
    response: {
      status: 200,
      headers: [
        { name: ":status", value: "200" },
        { name: "content-type", value: "text/event-stream" },
        { name: "Set-Cookie", value: "sid=hush" },
      ],
      content: { mimeType: "text/event-stream", size: body.length, text: body },
      ...Object(response),
    },
    timings: {
      blocked: 1,
      dns: -1,
      connect: -1,
      ssl: -1,
      send: 1,
      wait: 8,
      receive: 2000,
      ...Object(timings),
    },
    ...more,
  };
}

const message = (seconds: number, eventId: string, eventName = "message") => ({
  time: epoch + seconds,
  eventName,
  eventId,
  data: eventId,
});

function har(...entries: unknown[]): string {
  return JSON.stringify({
    log: { version: "1.2", creator: { name: "WebInspector", version: "537.36" }, entries },
  });
}

const evenly = [message(0.5, "1"), message(1, "2", "tick"), message(1.5, "3")];
const together = [message(2.005, "1"), message(2.006, "2"), message(2.007, "3")];
const gzip = [
  { name: "Content-Type", value: "text/event-stream" },
  { name: "Content-Encoding", value: "gzip" },
];

const rows: [name: string, entry: unknown, headline: RegExp, says: RegExp][] = [
  [
    "Chrome tells when each event of an EventSource came",
    entry({ _resourceType: "eventsource", _eventSourceMessages: evenly }),
    /^Arrives evenly$/,
    /^Three events arrived one by one, over 1\.0 s\. Whether it is late can’t be told from here\./,
  ],
  [
    "all at its end",
    entry({ _eventSourceMessages: together, timings: { wait: 1998, receive: 10 } }),
    /^One burst at the end$/,
    /It is not compressed/,
  ],
  [
    "compressed, all at its end",
    entry({
      _eventSourceMessages: together,
      response: { status: 200, headers: gzip, content: { text: body } },
    }),
    /^One burst at the end$/,
    /It is compressed \(`gzip`\)/,
  ],
  [
    "one that was open when it was captured has no end",
    entry({ time: 0, timings: { receive: -1 }, _eventSourceMessages: together }),
    /^Can’t tell$/,
    /arrived together/,
  ],
  [
    "a body that took its time tells not when its events came",
    entry(),
    /^Can’t tell$/,
    /^Three events came within 2\.0 s of the response head; when each did is not in the capture\. A capture tells/,
  ],
  [
    "a body within an instant came then, whoever did that",
    entry({ timings: { wait: 2000, receive: 3 } }),
    /^One burst at the end$/,
    /Whether the server wrote it so, or something on its way collected it, can’t be told/,
  ],
  [
    "times of another clock are no times",
    entry({ _eventSourceMessages: [message(-99, "1"), message(1, "2")] }),
    /^Can’t tell$/,
    /is not in the capture/,
  ],
  [
    "a body in base64",
    entry({
      response: { status: 200, headers: gzip, content: { text: btoa(body), encoding: "base64" } },
    }),
    /^Can’t tell$/,
    /^Three events came/,
  ],
  [
    "a capture without content",
    entry({ response: { status: 200, headers: gzip, content: {} } }),
    /^No event$/,
    /^The response head came, and no event within/,
  ],
  [
    "a refusal",
    entry({ _resourceType: "eventsource", response: { status: 401, headers: [], content: {} } }),
    /^No stream$/,
    /401/,
  ],
  [
    "no answer",
    entry({
      _resourceType: "eventsource",
      response: { status: 0, headers: [], content: {}, _error: "net::ERR_CONNECTION_REFUSED" },
    }),
    /^No answer$/,
    /net::ERR_CONNECTION_REFUSED/,
  ],
];
for (const [name, one, headline, says] of rows) {
  test(`a HAR: ${name}`, () => {
    const text = har(
      entry({ response: { status: 200, headers: [], content: { mimeType: "text/html" } } }),
      one,
    );
    assert.ok(looksLikeHar(text));
    const { streams, count } = streamsInHar(text);
    assert.deepEqual(
      [count, streams[0]?.url],
      [1, "https://example.test/events?key=(redacted)&a=1"],
    );
    const run = streams[0]?.read();
    assert.ok(run);
    const { headline: found } = verdict(run);
    assert.match(verdictSentences.headline(found), headline);
    const said = `${verdictSentences.measured(found)} ${verdictSentences.inferred(found)}`;
    assert.match(said.replaceAll("\u00a0", " "), says);
    const trace = writeTrace(run);
    assert.doesNotMatch(trace, /hush/);
    assert.deepEqual(readTrace(trace).records, run.records);
  });
}

/** Recorded on 2026-11-30, of one page at once: `fetch`, a POST, an `EventSource`, and one that was open still. */
const captures: [file: string, browser: string, says: [headline: string, last: string][]][] = [
  [
    "chromium-156.har", // as its tools export it, sanitized
    "Chrome",
    [
      ["Arrives evenly", "end"],
      ["One burst at the end", "end"],
      ["Arrives evenly", "end"],
      ["Arrives evenly", "close"],
    ],
  ],
  [
    "firefox-153.har",
    "Firefox 153.8.0",
    [
      ["Can’t tell", "end"],
      ["Can’t tell", "end"],
      ["Can’t tell", "end"],
      ["Can’t tell", "close"],
    ],
  ],
];
for (const [file, browser, says] of captures) {
  test(`a capture of the real thing: ${file}`, async () => {
    const text = await readFile(`${import.meta.dirname}/captures/${file}`, "utf8");
    const runs = streamsInHar(text).streams.map((stream) => stream.read());
    const found = runs.map((run): [string, string] => [
      verdictSentences.headline(verdict(run).headline),
      run.records.at(-1)?.kind ?? "",
    ]);
    assert.deepEqual(found, says);
    const [first, , , open] = runs;
    assert.equal(first?.setup.browser, browser);
    const data = first?.lane("fetch").attempts[0]?.arrived.map((event) => event.data);
    assert.deepEqual(data, ["tick 1", "tick 2", "tick 3", "tick 4"]);
    assert.ok(open);
    assert.doesNotMatch(verdictSentences.measured(verdict(open).headline), /within 0/);
  });
}

test("what its request holds as a secret is not shown where its answer repeats it", () => {
  const text = "data: you sent s3cret-token\n\n";
  const url = "https://example.test/events?token=s3cret-token";
  const request = { method: "GET", url, headers: [] };
  const [stream] = streamsInHar(
    har(entry({ request, response: { status: 200, headers: gzip, content: { text } } })),
  ).streams;
  assert.ok(stream);
  const trace = readTrace(writeTrace(stream.read()));
  const [event] = trace.lane("fetch").attempts[0]?.arrived ?? [];
  assert.equal(event?.data, `you sent ${"*".repeat(12)}`);
});

test("of many streams the first can be chosen from, and how many there are is told", () => {
  const { streams, count } = streamsInHar(
    har(...Array.from({ length: MAX_HAR_STREAMS + 1 }, () => entry())),
  );
  assert.deepEqual([streams.length, count], [MAX_HAR_STREAMS, MAX_HAR_STREAMS + 1]);
});

const bad: [name: string, text: string, says: RegExp][] = [
  ["a part of a file", har(entry()).slice(0, -9), /not JSON, or only a part/],
  ["no list of requests", '{"log": {}}', /`log.entries` must be a list/],
  [
    "no stream in it",
    har(entry({ response: { headers: [], content: {} } })),
    /no event stream: none of its one request was/,
  ],
  [
    "a field of another type",
    har(entry({ time: "2 s" })),
    /`log.entries\[0\].time` must be a number/,
  ],
  [
    "no such date",
    har(entry({ startedDateTime: "soon" })),
    /`log.entries\[0\].startedDateTime` must be a date and time/,
  ],
  [
    "no URL",
    har(entry({ request: { method: "GET", url: "data:x" } })),
    /`log.entries\[0\].request.url` must be a path, or a URL/,
  ],
  [
    "events without a time",
    har(entry({ _eventSourceMessages: [{}] })),
    /_eventSourceMessages\[0\].time` must be a number/,
  ],
];
for (const [name, text, says] of bad) {
  test(`a bad HAR: ${name}`, () => {
    assert.throws(
      () => streamsInHar(text),
      (error) => error instanceof TraceFileError && says.test(traceFileProblem(error.problem)),
    );
  });
}
