/** The probe against strangers' servers: what it says, and what it ends with. */
import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { describe, test } from "node:test";
import { textColumns } from "../trace/en/row-text.ts";
import { verdictSentences } from "../trace/en/verdict.ts";
import { readTrace } from "../trace/file/read-trace.ts";
import { logOf } from "../trace/testing/staged-log.ts";
import { verdict } from "../trace/verdict/verdict.ts";
import { foreignServer, selfSignedServer } from "./testing/foreign-server.ts";
import { runCli, runOnTerminal } from "./testing/run-cli.ts";
import {
  burst,
  compressed,
  EVENT_STREAM,
  endless,
  event,
  flood,
  live,
  silent,
  tick,
} from "./testing/streams.ts";

type Case = [
  name: string,
  answer: RequestListener,
  status: number,
  says: RegExp[],
  saysNot?: RegExp[],
  words?: string[],
];

const blame = /compress: false|proxy_buffering|Where does yours run/;

const cases: Case[] = [
  [
    "a live stream arrives evenly, and whether it is late is left open",
    live,
    0,
    [/^Arrives evenly$/m, /Five events arrived one by one/, /can’t be told from here/],
    [blame],
  ],
  [
    "a server that bursts by itself: a burst, and nobody is blamed",
    burst,
    1,
    [
      /^One burst at the end$/m,
      /not compressed/,
      /the server wrote it so, or something on its way/,
      /If something on the way holds it, and not the server itself/,
    ],
    [/compress: false/, /This is the line to change/, /once more/],
  ],
  [
    "a server that bursts by itself behind a compressor: asked again, the compressor is cleared",
    compressed({ coding: "gzip", flush: true, burst: true }),
    1,
    [/^One burst at the end$/m, /the compressor is not what holds it/],
    [/compress: false/, /not flushed/],
  ],
  [
    "gzip that is not flushed: live without Accept-Encoding",
    compressed({ coding: "gzip", flush: false }),
    1,
    [
      /^Compressed there and not flushed$/m,
      /once more, without Accept-Encoding/,
      /`gzip`/,
      /devServer: { compress: false }/,
      /measured 2026-11-29/,
    ],
  ],
  [
    "br that is not flushed keeps the head too, of a stream without end",
    compressed({ coding: "br", flush: false, count: 1000 }),
    1,
    [/^Compressed there and not flushed$/m, /not even a response head/, /its head too/],
  ],
  [
    "gzip that is flushed arrives evenly, and the coding is told",
    compressed({ coding: "gzip", flush: true }),
    0,
    [/^Arrives evenly$/m, /compressed \(`gzip`\), and let out piece by piece/],
    [blame, /once more/],
  ],
  [
    "a POST is asked for once, and how to go on is said",
    compressed({ coding: "br", flush: false }),
    1,
    [
      /^POST http/m,
      /^One burst at the end$/m,
      /Accept-Encoding: identity/,
      /If something on the way holds it/,
    ],
    [/once more/, /This is the line to change/],
    ["-d", "{}"],
  ],
  [
    "whoever says what is accepted is asked for nothing else",
    compressed({ coding: "br", flush: false }),
    1,
    [/accepts br, as you say/, /^One burst at the end$/m],
    [/once more/],
    ["-H", "Accept-Encoding: br"],
  ],
  [
    "JSON is no event stream, and is shown",
    (_, response) => response.setHeader("Content-Type", "application/json").end('{"a":{"b":1}}'),
    2,
    [/^No stream$/m, /`application\/json`/, /It begins: {"a": {…}}/],
    [blame],
  ],
  [
    "data lines under another type: what is missing is said",
    (_, response) => response.setHeader("Content-Type", "text/plain").end("data: 1\n\ndata: 2\n\n"),
    2,
    [/`data:` lines in it/, /give it `Content-Type: text\/event-stream`/],
  ],
  [
    "JSON lines are told from an event stream",
    (_, response) =>
      response.setHeader("Content-Type", "application/x-ndjson").end('{"n":1}\n{"n":2}\n'),
    2,
    [/one JSON text a line/],
  ],
  ["204", (_, response) => response.writeHead(204).end(), 2, [/`204`/], [/It begins/]],
  [
    "401: the status is the answer’s own",
    (_, response) => response.writeHead(401, { "WWW-Authenticate": "Basic" }).end("who?"),
    2,
    [/The answer is `401`/, /It begins: who\?/],
    [/Node server/],
  ],
  [
    "a circle of redirects",
    (_, response) => response.writeHead(302, { Location: "/events" }).end(),
    3,
    [/redirects lead in a circle/],
  ],
  [
    "redirects that never end",
    (request, response) => response.writeHead(307, { Location: `${request.url}x` }).end(),
    3,
    [/The redirects do not end: 20 in a row/],
  ],
  [
    "a redirect of a POST is not followed",
    (_, response) => response.writeHead(307, { Location: "/elsewhere?token=hush" }).end(),
    2,
    [/It leads to http:\S+elsewhere\?token=\(redacted\)/, /a POST is sent once/],
    [/hush/],
    ["-X", "POST"],
  ],
  [
    "what an answer repeats of a secret is not shown",
    ({ headers }, response) =>
      response.writeHead(200, EVENT_STREAM).end(`data: ${headers.authorization}\n\n`),
    4,
    [/Bearer \*{6}/],
    [/s3cret/],
    ["-H", "Authorization: Bearer s3cret"],
  ],
  [
    "no answer",
    silent,
    3,
    [/^No answer$/m, /none to a second request/, /nothing to say yet/, /proxy_buffering off/],
    [/This is the line/],
  ],
  [
    "no answer to a POST",
    silent,
    3,
    [/^No answer$/m, /a POST is asked for once/i],
    [/once more/],
    ["-d", "x"],
  ],
  [
    "a cut in mid-stream",
    async (_, response) => {
      response.writeHead(200, EVENT_STREAM);
      await tick(response, 3, (text) => response.write(text));
      response.write("data: half", () => response.destroy());
    },
    3,
    [/^Cut off$/m, /Three events came before it failed/, /cut the connection/],
    [blame],
  ],
  [
    "a head of 100 KB",
    (_, response) =>
      response.writeHead(200, { ...EVENT_STREAM, "X-Big": "x".repeat(100_000) }).end(),
    3,
    [/The response head is larger than 64 KiB/],
  ],
  [
    "a body that is not what its coding says",
    (_, response) =>
      response.writeHead(200, { ...EVENT_STREAM, "Content-Encoding": "gzip" }).end("data: x\n\n"),
    3,
    [/can’t be decoded/],
  ],
  [
    "a coding that nobody knows is read as it stands, as browsers do",
    (_, response) =>
      response.writeHead(200, { ...EVENT_STREAM, "Content-Encoding": "none" }).end("data: x\n\n"),
    4,
    [/^Can’t tell$/m, /One event arrived/],
    [blame],
  ],
  [
    "what comes can’t steer a terminal",
    (_, response) =>
      response.writeHead(200, EVENT_STREAM).end("data: \u001b[2Jgone\u0007\u202e!\n\n"),
    4,
    [/gone\\u\{7\}\\u\{202e\}!/],
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not come through
    [/[\u001b\u0007\u202e]/],
  ],
  [
    "a chat model’s text is shown as text, other JSON folded",
    (_, response) =>
      response
        .writeHead(200, EVENT_STREAM)
        .end(
          'data: {"choices":[{"delta":{"content":"blue\\nsky"}}]}\n\ndata: {"choices":[{"delta":{"content":" is"}}]}\n\ndata: {"a":[1,2],"b":"x"}\n\n',
        ),
    4,
    [/text ×2 +blue⏎sky is/, /{"a": \[… 2\], "b": "x"}/],
    [/choices/],
  ],
];

const inBulk: Case = [
  "2 GB without a blank line",
  endless("data: x\n"),
  4,
  [/an event is larger than 4\.2 MB, or its blank line never comes/, /^No event$/m],
];

describe("the probe says, of what comes in bulk", () => {
  probed(inBulk);

  // How even that many are is the machine's doing, so the verdict may be one or the other.
  test("5 000 events a second: some rows, the others counted, and nobody is blamed", async (t) => {
    const { status, stdout } = await runCli((await foreignServer(t, flood)).href);
    assert.match(stdout, /… [\d\s]+ more like these/);
    assert.doesNotMatch(stdout, /This is the line to change/);
    const counted = [...stdout.matchAll(/… ([\d\s]+) more like these/g)];
    const others = counted.reduce((sum, [, more = ""]) => sum + Number(more.replace(/\s/g, "")), 0);
    const rows = stdout.split("\n").length; // so many a second: more of them where a busy machine takes longer
    assert.ok(rows < others / 20, `${rows} rows beside ${others} others`);
    assert.ok(status === 0 || status === 4, `${status}`);
  });

  test("2 GB of small events: it lets go", async (t) => {
    const url = await foreignServer(t, endless(event(1)));
    const { stdout } = await runCli(url.href);
    assert.match(stdout, /Let go at [\d\s.]+(MB|events)/);
    assert.doesNotMatch(stdout, /This is the line to change/);
  });
});

// They wait for streams, not for the processor.
describe("the probe says", { concurrency: 14 }, () => {
  for (const one of cases) probed(one);

  test("a certificate that nobody vouches for: told, and taken with -k", async (t) => {
    const url = await selfSignedServer(t, (_, response) => response.writeHead(204).end());
    const refused = await runCli(url.href);
    assert.match(refused.stdout, /Nobody vouches for the certificate.*With -k/);
    assert.equal(refused.status, 3);
    assert.equal((await runCli("-k", url.href)).status, 2);
  });

  test("nobody listens there", async () => {
    const ran = await runCli("http://127.0.0.1:1/events");
    assert.match(ran.stdout, /connection was refused/);
    assert.equal(ran.status, 3);
  });

  test("--json is a trace that the page’s reader opens, of both requests, without a secret", async (t) => {
    const url = await foreignServer(t, compressed({ coding: "gzip", flush: false }));
    url.username = "me";
    url.password = "hush";
    url.searchParams.set("access_token", "hush");
    const ran = await runCli("--json", "-H", "Authorization: hush", url.href);
    assert.equal(ran.status, 1);
    assert.doesNotMatch(ran.stdout, /hush/);
    const run = readTrace(ran.stdout);
    const { attempts } = run.lane("fetch");
    const told = attempts.map(({ arrived, coding }) => `${arrived.length > 2} ${coding}`);
    assert.deepEqual(told, ["true gzip", "true null"]);
    const { headline } = verdict(run);
    assert.equal(verdictSentences.headline(headline), "Compressed there and not flushed");
    assert.match(verdictSentences.measured(headline), /without `Accept-Encoding`, the same stream/);
    const rows = textColumns(logOf(run).rows, run);
    assert.match(rows, /probe asks .*The same once more, without `Accept-Encoding`/);
    assert.doesNotMatch(rows, /browser/);
  });

  for (const [name, env, painted] of [
    ["colours", {}, true],
    ["NO_COLOR", { NO_COLOR: "1" }, false],
  ] as const) {
    test(`a terminal, ${name}: how far it is is told, and makes way`, async (t) => {
      const { stdout, stderr } = await runOnTerminal(env, (await foreignServer(t, live)).href);
      assert.match(stderr, /no event yet, 0.B\r/);
      assert.ok(stderr.endsWith("\r\u001b[K"), "nothing of it stays");
      assert.equal(stdout.includes("\u001b["), painted);
    });
  }

  test("what was given for one host is no other’s", async (t) => {
    const seen: (string | undefined)[] = [];
    const other = await foreignServer(t, (request, response) => {
      seen.push(request.headers.cookie, request.headers.authorization);
      response.writeHead(204).end();
    });
    const first = await foreignServer(t, (request, response) => {
      seen.push(request.headers.cookie);
      response.writeHead(307, { Location: other.href }).end();
    });
    const ran = await runCli("-b", "a=1", "-H", "Authorization: hush", first.href);
    assert.deepEqual(seen, ["a=1", undefined, undefined]);
    assert.match(ran.stdout, /another host: it gets none of your headers/);
    assert.doesNotMatch(ran.stdout, /hush/);
  });
});

function probed([name, answer, status, says, saysNot = [], words = []]: Case): void {
  test(name, async (t) => {
    const url = await foreignServer(t, answer);
    const ran = await runCli(...words, url.href);
    const told = ran.stdout.replaceAll("\u00a0", " ");
    const unwrapped = told.replaceAll(/\s+/g, " ");
    for (const sentence of says) {
      assert.ok(sentence.test(told) || sentence.test(unwrapped), `${sentence} in ${told}`);
    }
    for (const sentence of saysNot) assert.doesNotMatch(unwrapped, sentence);
    assert.equal(ran.stderr, "", "no progress in a pipe");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours, which are for terminals
    assert.doesNotMatch(ran.stdout, /\u001b/);
    assert.equal(ran.status, status);
  });
}
