/** Tells a live stream from a burst, and a client that resumes from one that begins again. */
import assert from "node:assert/strict";
import { createServer, type RequestListener } from "node:http";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { createBrotliCompress } from "node:zlib";
import { listenSomewhere } from "../testing/free-port.ts";
import { liveAndResumes } from "./live-and-resumes.ts";

const PATIENCE = 20_000; // ms
const EVENTS = 6;
const EVERY = 200; // ms, which a busy machine does not blur

type Trouble = { burst?: true; forgetful?: true; nameless?: true };

/** Answers with six events, ids 1 to 6, each a while behind the other. */
function stream({ burst, forgetful, nameless }: Trouble): RequestListener {
  return async (request, response) => {
    response.writeHead(200, {
      "Content-Type": "text/event-stream",
      ...(burst && { "Content-Encoding": "br" }),
    });
    const brotli = createBrotliCompress(); // holds everything until its end
    if (burst) brotli.pipe(response);
    const out = burst ? brotli : response;
    const begun = forgetful ? 0 : Number(request.headers["last-event-id"] ?? 0);
    for (let id = begun + 1; id <= EVENTS && !response.destroyed; id++) {
      out.write(`${nameless ? "" : `id: ${id}\n`}data: ${id}\n\n`);
      await wait(EVERY);
    }
    out.end();
  };
}

const cases: [what: string, trouble: Trouble, said: RegExp][] = [
  ["live and resumes", {}, /^live, resumes \(behind 2 comes 3\)$/],
  ["one burst, from a compressor,", { burst: true }, /is not live; the probe says: one-burst$/],
  ["one that begins again", { forgetful: true }, /does not resume: behind id 2 came 1, not 3$/],
  ["one without ids", { nameless: true }, /events have no ids/],
];

for (const [what, trouble, said] of cases) {
  test(`a stream is told from others: ${what}`, async (t) => {
    const server = createServer(stream(trouble));
    t.after(() => {
      server.close();
      server.closeAllConnections();
    });
    const url = `http://127.0.0.1:${await listenSomewhere(server)}/`;
    const seen = await liveAndResumes(url, AbortSignal.timeout(PATIENCE)).catch(
      ({ message }: Error) => message,
    );
    assert.match(seen, said);
  });
}
