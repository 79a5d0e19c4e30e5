/** How strangers' servers write: an event each 400 ms, by themselves or through a compressor. */
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { setTimeout as after } from "node:timers/promises";
import zlib from "node:zlib";

/** Farther apart than a machine that stalls a little makes them. ms */
const GAP = 400;

export const EVENT_STREAM = { "Content-Type": "text/event-stream" };

export function event(number: number): string {
  return `id: ${number}\ndata: {"n":${number}}\n\n`;
}

/** Hands `count` events to `write`, one each GAP; ends early where nobody listens any more. */
export async function tick(
  response: ServerResponse,
  count: number,
  write: (text: string) => void,
): Promise<void> {
  for (let number = 1; number <= count && !response.destroyed; number++) {
    await after(GAP);
    write(event(number));
  }
}

export const live: RequestListener = async (_, response) => {
  response.writeHead(200, EVENT_STREAM);
  await tick(response, 5, (text) => response.write(text));
  response.end();
};

/** It collects all that it has to say by itself; nobody else is to blame. */
export const burst: RequestListener = async (_, response) => {
  const all: string[] = [];
  await tick(response, 5, (text) => all.push(text));
  response.writeHead(200, EVENT_STREAM);
  response.end(all.join(""));
};

type Compression = { coding: "br" | "gzip"; flush: boolean; count?: number; burst?: boolean };

/** It compresses for whoever accepts it, and does or does not flush after each event; or bursts by itself. */
export function compressed(how: Compression): RequestListener {
  const { coding, flush, count = 5 } = how;
  return async (request: IncomingMessage, response: ServerResponse) => {
    if (how.burst) await after(5 * GAP);
    const accepts = request.headers["accept-encoding"] ?? "";
    if (!accepts.includes(coding)) {
      response.writeHead(200, EVENT_STREAM);
      if (how.burst) response.end([1, 2, 3, 4, 5].map(event).join(""));
      else await tick(response, count, (text) => response.write(text));
      response.end();
      return;
    }
    const compressor = coding === "br" ? zlib.createBrotliCompress() : zlib.createGzip();
    response.setHeader("Content-Encoding", coding);
    response.setHeader("Content-Type", "text/event-stream");
    compressor.pipe(response);
    if (how.burst) compressor.end([1, 2, 3, 4, 5].map(event).join(""));
    else {
      await tick(response, count, (text) => {
        compressor.write(text);
        if (flush) compressor.flush();
      });
    }
    compressor.end();
  };
}

/** It sends no response, until its client has gone. */
export const silent: RequestListener = () => {};

/** 5 000 events a second, as long as somebody reads. */
export const flood: RequestListener = (_, response) => {
  response.writeHead(200, EVENT_STREAM);
  const each = setInterval(() => response.write(event(0).repeat(100)), 20);
  response.once("close", () => clearInterval(each));
};

/** A body of 2 GB, as fast as it is read: `line` over and over. */
export function endless(line: string): RequestListener {
  return (_, response) => {
    response.writeHead(200, { ...EVENT_STREAM, "Content-Length": 2 * 1024 ** 3 });
    const piece = Buffer.from(line.repeat(Math.ceil(65_536 / line.length)));
    const more = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.on("drain", more);
    more();
  };
}
