/**
 * The demo model, which answers where no key is set. It is a real HTTP endpoint on the loopback address that
 * streams as services do, so that everything else is the same as with a real model.
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { setTimeout as after } from "node:timers/promises";
import Type from "typebox";
import { Check } from "typebox/schema";
import { demoAnswer, tokensOf } from "./demo-answers.ts";
import { demoBlocks, demoPieces } from "./demo-stream.ts";
import { directTransport, type Model, PATIENCE } from "./model.ts";

const NAME = "demo (no key set)";

/**
 * A question may ask for more than an answer, by words in it: for what a real service does on a bad day.
 * docs/chat.md lists the words.
 */
type Wish =
  | { kind: "status"; status: 401 | 429 | 500 }
  | { kind: "html" }
  /** It takes the question and never answers. */
  | { kind: "no-head" }
  /** It resets the connection in mid-answer, falls silent, writes a line that is no JSON, or an `error`. */
  | { kind: "cut" | "silence" | "json" | "inside" }
  | { kind: "tool" }
  /** It says four tokens a second. */
  | { kind: "slow" };

const WISHES: [words: RegExp, wish: Wish][] = [
  [/\bfail 401\b/i, { kind: "status", status: 401 }],
  [/\bfail 429\b/i, { kind: "status", status: 429 }],
  [/\bfail 500\b/i, { kind: "status", status: 500 }],
  [/\bfail html\b/i, { kind: "html" }],
  [/\bfail head\b/i, { kind: "no-head" }],
  [/\bfail silence\b/i, { kind: "silence" }],
  [/\bfail json\b/i, { kind: "json" }],
  [/\bfail inside\b/i, { kind: "inside" }],
  [/\bcall a tool\b/i, { kind: "tool" }],
  [/\bcut\b/i, { kind: "cut" }],
  [/\bslow\b/i, { kind: "slow" }],
];

const PACE = 25; // ms between two pieces of the answer
const SLOW_PACE = 250;
const MIDDLE = 12; // pieces before what is to happen in the middle of an answer
const BROKEN = 'data: {"choices":[{"delta":{"content":"\n\n'; // no JSON
/** Services send the arguments of a tool call in fragments. */
const TOOL_BLOCKS = [
  ...[
    { id: "call-1", type: "function", function: { name: "weather", arguments: "" } },
    { function: { arguments: '{"city":' } },
    { function: { arguments: '"Ulm"}' } },
  ].map((call) => ({ delta: { tool_calls: [{ index: 0, ...call }] }, finish_reason: null })),
  { delta: {}, finish_reason: "tool_calls" },
].map((choice) => `data: ${JSON.stringify({ choices: [{ index: 0, ...choice }] })}\n\n`);
const ERROR = 'data: {"error":{"message":"the demo model was asked to fail","type":"demo"}}\n\n';

const Asked = Type.Object({
  messages: Type.Array(
    Type.Object({ role: Type.Enum(["system", "user"]), content: Type.String() }),
  ),
});

/** Starts the demo model on a free port; it ends when the model is closed. `name` is what people see. */
export async function startDemoModel(name = NAME): Promise<Model> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy()); // the client has gone
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const transport = directTransport();
  return {
    name,
    isDemo: true,
    url: new URL(`http://127.0.0.1:${port}/v1/chat/completions`),
    key: null,
    patience: PATIENCE,
    ...transport,
    async close() {
      await transport.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked: unknown = await json(request);
  if (!Check(Asked, asked)) return refuse(response, 400, "write messages of system and user");
  const question = asked.messages.findLast(({ role }) => role === "user")?.content ?? "";
  const wish = WISHES.find(([words]) => words.test(question))?.[1] ?? null;
  switch (wish?.kind) {
    case "no-head":
      return;
    case "status":
      if (wish.status === 429) response.setHeader("Retry-After", "20");
      return refuse(response, wish.status, "the demo model was asked to fail");
    case "html":
      response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html>");
      return;
    case "tool":
      return stream(response, demoPieces(TOOL_BLOCKS), null);
  }
  const told = tokensOf(asked.messages.map(({ content }) => content).join(" ")).length;
  const blocks = demoBlocks(NAME, told, demoAnswer(asked.messages));
  await stream(response, demoPieces(blocks), wish);
}

async function stream(
  response: ServerResponse,
  pieces: readonly Uint8Array[],
  wish: Wish | null,
): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-cache" });
  const pace = wish?.kind === "slow" ? SLOW_PACE : PACE;
  for (const [at, piece] of pieces.entries()) {
    if (at === MIDDLE && endsHere(response, wish)) return;
    response.write(piece);
    await after(pace, undefined, { signal: gone.signal });
  }
  response.end();
}

/** Does what was wished for the middle of the answer. Returns whether nothing may follow. */
function endsHere(response: ServerResponse, wish: Wish | null): boolean {
  switch (wish?.kind) {
    case "cut":
      response.destroy();
      return true;
    case "silence":
      return true;
    case "json":
      response.end(BROKEN);
      return true;
    case "inside":
      response.end(ERROR);
      return true;
    default:
      return false;
  }
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify({ error: { message, type: "demo" } }));
}
