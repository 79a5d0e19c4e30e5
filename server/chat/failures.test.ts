import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { test } from "node:test";
import type { ModelFailure } from "../../trace/run/records.ts";
import { says } from "../testing/completions.ts";
import { dataOf, read, textOf } from "../testing/read-chat.ts";
import { beginStream, StubModel, startChat } from "../testing/stub-model.ts";
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

const inside = (text: string) => failing((response) => response.end(`data: ${text}`));
const endless = failing((response) => {
  Readable.from(comments())
    .on("error", () => {})
    .pipe(response);
});
const spelled = `${quoting.replace(KEY, btoa(KEY))}\n\n`;

const failures: [
  name: string,
  answer: (response: ServerResponse) => void,
  kind: ModelFailure,
  detail: RegExp,
  status?: number,
][] = [
  ["401", refusing(401, {}, quoting), "unauthorized", /into OPENAI_API_KEY/, 401],
  ["403", refusing(403, {}, quoting), "unauthorized", /into OPENAI_API_KEY/, 403],
  ["429", refusing(429, { "Retry-After": "20" }, "{}"), "rate-limited", /wait 20 s, as its/, 429],
  ["429 without a time", refusing(429, {}, "{}"), "rate-limited", /wait a while and/, 429],
  ["500 with words", refusing(500, {}, quoting), "upstream", /“Incorrect .*: \(key\)\.”; ask/, 500],
  ["404 without", refusing(404, {}, "<h1>"), "upstream", /404 Not Found; .*OPENAI_BASE_URL/, 404],
  ["a page", refusing(200, { "Content-Type": "text/html" }, ""), "upstream", /`text\/html`/, 200],
  ["no type", refusing(200, {}, ""), "upstream", /without a type/, 200],
  ["no head", noHead, "timeout", /not answered within 0\.2 s/],
  ["silence", failing(() => {}), "timeout", /said nothing for 0\.3 s/],
  ["a reset", failing(({ socket }) => socket?.resetAndDestroy()), "cut", /broke/],
  ["a cut", failing((response) => response.destroy()), "cut", /broke in the middle/],
  ["an early end", failing((response) => response.end()), "cut", /ended in the middle/],
  ["an error inside", inside(`${quoting}\n\n`), "upstream", /“Incorrect .*: \(key\)\.”; ask again/],
  [
    "too long a prompt",
    inside('{"error":{"message":"the request exceeds the available context size"}}\n\n'),
    "upstream",
    /size”; ask a shorter question, or start the model with a larger context/,
  ],
  [
    "too long a prompt, at once",
    refusing(400, {}, '{"error":{"message":"maximum context length is 8192 tokens"}}'),
    "upstream",
    /tokens”; ask a shorter question, or start the model with a larger context/,
    400,
  ],
  ["one that spells the key", inside(spelled), "upstream", /: “\(left out here: it holds parts of/],
  ["no end of comments", endless, "upstream", /has more than 16777216 bytes, and no more of it is/],
  ["broken JSON", inside(`{"${KEY}\n\n`), "upstream", /`\{"\(key\)`/],
];
/** Says for each failure how long is waited for what never comes, ms. */
const patience: Record<string, Partial<Patience>> = {
  "no head": { head: 200 },
  silence: { silence: 300 },
};

for (const [name, answer, kind, detail, status] of failures) {
  test(`${kind}: ${name}; the key is nowhere`, async (t) => {
    const { stub, server } = await startChat(t, answer, {
      key: KEY,
      patience: patience[name] ?? {},
    });
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
  const nobody = "there is no connection to 127.0.0.1:1 (nobody listens there: ECONNREFUSED)";
  const detail = `${nobody}; look at OPENAI_BASE_URL, and at the network`;
  assert.deepEqual(dataOf(events, "failure"), [{ kind: "unreachable", detail }]);
});
