/**
 * Tests in a room: servers of a worker's own that HOST opens, with a model that costs money, and a foreign page. In
 * Chromium dev servers are among them; in Firefox the Node server serves the built page, and it is alone.
 */
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { networkInterfaces } from "node:os";
import { DONE, says } from "../../server/testing/completions.ts";
import { beginStream, StubModel } from "../../server/testing/stub-model.ts";
import { test as base } from "../pages/playground.ts";
import { OwnServers } from "./own-servers.ts";

export const TOKEN = "presenter-token-of-this-spec";
export const DEAR = "That was dear.";

/** This machine, as others in the room reach it, where browsers send no `Sec-Fetch-Site`; without a network, as it reaches itself. */
const host =
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? "127.0.0.1";

class InARoom {
  /** Everybody in the room opens the page at this address. */
  readonly url: string;
  /** Whether the page is the built one. */
  readonly isBuilt: boolean;
  readonly #model: StubModel;
  readonly #foreign: Server;

  constructor(url: string, isBuilt: boolean, model: StubModel, foreign: Server) {
    this.url = url;
    this.isBuilt = isBuilt;
    this.#model = model;
    this.#foreign = foreign;
  }

  /** How often the dear model was asked. */
  get timesAsked(): number {
    return this.#model.asked.length;
  }

  /** A page of somebody else's on another port of the same host: to a browser it is of the same site. */
  get foreignUrl(): string {
    const address = this.#foreign.address();
    const port = typeof address === "object" ? address?.port : undefined;
    return `http://${host}:${port}/`;
  }
}

export const test = base.extend<object, { room: InARoom }>({
  room: [
    async ({ browserName }, use) => {
      const isBuilt = browserName === "firefox";
      const stub = new StubModel({ after: () => {} }, (response) => {
        beginStream(response);
        response.end(says(DEAR) + DONE);
      });
      const model = await stub.model();
      const foreign = createServer((_request, response) => {
        response
          .setHeader("Content-Type", "text/html")
          .end("<!doctype html><title>Foreign</title>");
      }).listen(0, host);
      await once(foreign, "listening");
      const env = {
        HOST: "0.0.0.0",
        PRESENTER_TOKEN: TOKEN,
        OPENAI_API_KEY: "sk-dear",
        OPENAI_MODEL: "dear",
        OPENAI_BASE_URL: model.url.href.replace("/chat/completions", ""),
      };
      const servers = await OwnServers.start(isBuilt ? "alone" : "built", env);
      const url = new URL(servers.page);
      url.hostname = host;
      await use(new InARoom(url.href, isBuilt, stub, foreign));
      await servers.end();
      await model.close();
      for (const server of [foreign, stub.server]) {
        server.close();
        server.closeAllConnections();
      }
    },
    { scope: "worker", timeout: 150_000 },
  ],
});
