/** A model's service for tests: it answers as the test says, and remembers what it was asked. */
import {
  createServer,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import { text } from "node:stream/consumers";
import type { TestContext } from "node:test";
import { listenSomewhere } from "../../dev/testing/free-port.ts";
import { type Model, type Patience, readModel } from "../chat/model.ts";
import { says } from "./completions.ts";
import { startServer } from "./test-server.ts";

type Env = Readonly<Record<string, string>>;

export type Asked = { headers: IncomingHttpHeaders; body: string };

export class StubModel {
  readonly #server = createServer();
  readonly asked: Asked[] = [];
  readonly #key: string;

  constructor(
    t: Pick<TestContext, "after">,
    answer: (response: ServerResponse) => void,
    key = "sk-secret-0815",
  ) {
    this.#key = key;
    this.#server.on("request", async (request, response) => {
      const { headers } = request;
      this.asked.push({ headers, body: await text(request) });
      answer(response);
    });
    t.after(() => {
      this.#server.close();
      this.#server.closeAllConnections();
    });
  }

  get server(): Server {
    return this.#server;
  }

  /** The model that the relay asks, read from an environment that names this service. */
  async model(env: Env = {}, patience: Partial<Patience> = {}): Promise<Model> {
    const port = await listenSomewhere(this.#server);
    const model = readModel({
      OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
      OPENAI_API_KEY: this.#key,
      OPENAI_MODEL: "stub",
      ...env,
    });
    if (model === null) throw new Error("no key");
    return { ...model, patience: { ...model.patience, ...patience } };
  }
}

/** A whole server whose chats this service answers. */
export async function startChat(
  t: TestContext,
  answer: (response: ServerResponse) => void,
  { env = {}, patience = {}, key }: { env?: Env; patience?: Partial<Patience>; key?: string } = {},
) {
  const stub = new StubModel(t, answer, key);
  const model = await stub.model(env, patience);
  return { stub, model, server: await startServer(t, {}, model) };
}

export function beginStream(response: ServerResponse, headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8", ...headers });
  response.flushHeaders();
}

/** A model that says one token, and the rest when the test says so. */
export function paused() {
  const { promise: begun, resolve } = Promise.withResolvers<ServerResponse>();
  const answer = (response: ServerResponse) => {
    beginStream(response);
    response.write(says("1"));
    resolve(response);
  };
  return { begun, answer };
}
