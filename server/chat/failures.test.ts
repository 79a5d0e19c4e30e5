import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { test } from "node:test";
import type { ModelFailure } from "../../trace/run/records.ts";
import { dataOf, read, textOf } from "../testing/read-chat.ts";
import { beginStream, StubModel, says } from "../testing/stub-model.ts";
import { startServer } from "../testing/test-server.ts";
import type { Patience } from "./model.ts";

const KEY = "sk-secret-0815";

const refusing =
  (status: number, headers: Record<string, string>, body: string) => (response: ServerResponse) => {
    response.writeHead(status, headers).end(body);
  };
const failing = (end: (response: ServerResponse) => void) => (response: ServerResponse) => {
  beginStream(response);
  response.write(says("1"), () => end(response));
};
const quoting = `{"error":{"message":"Incorrect API key provided: ${KEY}."}}`;
const noHead = () => {};
function* comments(): Generator<string> {
  for (;;) yield `: ${"x".repeat(60_000)}\n`;
}

const failures: [
  name: string,
  answer: (response: ServerResponse) => void,
  kind: ModelFailure,
  status: number | undefined,
  detail: RegExp,
  patience?: Partial<Patience>,
][] = [
  ["401", refusing(401, {}, quoting), "unauthorized", 401, /into OPENAI_API_KEY/],
  ["403", refusing(403, {}, quoting), "unauthorized", 403, /into OPENAI_API_KEY/],
  ["429", refusing(429, { "Retry-After": "20" }, "{}"), "rate-limited", 429, /wait 20 s, as its/],
  ["429 without a time", refusing(429, {}, "{}"), "rate-limited", 429, /wait a while and/],
  ["500 with words", refusing(500, {}, quoting), "upstream", 500, /“Incorrect .*: \(key\)\.”; ask/],
  ["404 without", refusing(404, {}, "<h1>"), "upstream", 404, /404 Not Found; .*OPENAI_BASE_URL/],
  ["a page", refusing(200, { "Content-Type": "text/html" }, ""), "upstream", 200, /`text\/html`/],
  ["no type", refusing(200, {}, ""), "upstream", 200, /without a type/],
  ["no head", noHead, "timeout", undefined, /not answered within 0\.2 s/, { head: 200 }],
  ["silence", failing(() => {}), "timeout", undefined, /said nothing for 0\.3 s/, { silence: 300 }],
  ["a reset", failing(({ socket }) => socket?.resetAndDestroy()), "cut", undefined, /broke/],
  ["a cut", failing((response) => response.destroy()), "cut", undefined, /broke in the middle/],
  ["an early end", failing((response) => response.end()), "cut", undefined, /ended in the middle/],
  [
    "an error inside",
    failing((response) => response.end(`data: ${quoting}\n\n`)),
    "upstream",
    undefined,
    /“Incorrect API key provided: \(key\)\.”; ask again/,
  ],
  [
    "an error inside that spells the key",
    failing((response) => response.end(`data: ${quoting.replace(KEY, btoa(KEY))}\n\n`)),
    "upstream",
    undefined,
    /stream: “\(left out here: it holds parts of the key\)”; ask again/,
  ],
  [
    "no end of comments",
    failing((response) =>
      Readable.from(comments())
        .on("error", () => {})
        .pipe(response),
    ),
    "upstream",
    undefined,
    /has more than 16777216 bytes, and no more of it is read; ask for/,
  ],
  [
    "broken JSON",
    failing((response) => response.end(`data: {"${KEY}\n\n`)),
    "upstream",
    undefined,
    /`\{"\(key\)`/,
  ],
];

for (const [name, answer, kind, status, detail, patience] of failures) {
  test(`${kind}: ${name}; the key is nowhere`, async (t) => {
    const stub = new StubModel(t, answer, KEY);
    const server = await startServer(t, {}, await stub.model({}, patience));
    const tap = server.ask("GET /api/tap?trace=t HTTP/1.1");
    const { events } = await read(
      await fetch(server.url("/api/chat?prompt=Hi&trace=t&lane=fetch")),
    );
    const [failure] = dataOf(events, "failure");
    assert.ok(typeof failure === "object" && failure !== null && "detail" in failure);
    const { detail: said, ...rest } = failure;
    assert.deepEqual(rest, status === undefined ? { kind } : { kind, status });
    assert.match(String(said), detail);
    assert.equal(events.at(-1)?.type, "failure", "nothing follows");
    assert.match(textOf(events), /^1?$/);

    await tap.until(`"did":"failed","failure":"${kind}"`);
    const about = await (await fetch(server.url("/api/chat/about"))).text();
    const everything = [JSON.stringify(events), tap.received, JSON.stringify(server.log), about];
    assert.equal(stub.asked[0]?.headers.authorization, `Bearer ${KEY}`);
    for (const where of everything) assert.ok(!where.includes(KEY));
  });
}

test("unreachable: nobody listens there", async (t) => {
  const stub = new StubModel(t, noHead);
  const model = await stub.model();
  model.url.port = "1";
  const server = await startServer(t, {}, model);
  const { events } = await read(await fetch(server.url("/api/chat?prompt=Hi")));
  assert.deepEqual(dataOf(events, "failure"), [
    {
      kind: "unreachable",
      detail:
        "there is no connection to 127.0.0.1:1 (nobody listens there: ECONNREFUSED); look at OPENAI_BASE_URL, and at the network",
    },
  ]);
});
