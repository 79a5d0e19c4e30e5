/** A proxy on a free port that does to streams, and to clocks, what others out there do to them. */
import { once } from "node:events";
import http, { type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { pipeline, Transform } from "node:stream";

/** What becomes of one response's body. It cuts the connection by being destroyed, and ends it by ending. */
export type Manner = (request: IncomingMessage) => Transform;

export class Meddler {
  readonly #server: http.Server;

  private constructor(server: http.Server) {
    this.#server = server;
  }

  /** Passes requests on to `target`, a port of this machine, with `headers` in place of their own. */
  static async before(
    target: number,
    manner: Manner,
    headers: IncomingHttpHeaders = {},
  ): Promise<Meddler> {
    const server = http.createServer((request, response) => {
      const onward = http.request({
        host: "127.0.0.1",
        port: target,
        path: request.url,
        method: request.method,
        headers: { ...request.headers, host: `localhost:${target}`, ...headers },
      });
      onward.on("response", (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        const between = manner(request);
        between.once("end", () => onward.destroy());
        pipeline(answer, between, response, () => onward.destroy());
      });
      onward.on("error", () => {
        if (response.headersSent) response.destroy();
        else response.writeHead(502, { "Content-Type": "text/html" }).end("<h1>Bad Gateway</h1>");
      });
      request.pipe(onward);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new Meddler(server);
  }

  /** Where `url` is reached through it. */
  instead(url: string): string {
    const address = this.#server.address();
    if (typeof address !== "object" || address === null) throw new Error("it listens nowhere");
    const { pathname, search } = new URL(url);
    return `http://127.0.0.1:${address.port}${pathname}${search}`;
  }

  end(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

export const untouched: Manner = () =>
  new Transform({ transform: (piece, _, done) => done(null, piece) });

/** Lets out only so many bytes at a time, as nginx does with 4096. */
export function gathered(size: number): Manner {
  return () => {
    let kept: Buffer = Buffer.alloc(0);
    return new Transform({
      transform(piece: Buffer, _, done) {
        kept = Buffer.concat([kept, piece]);
        for (; kept.length >= size; kept = kept.subarray(size)) this.push(kept.subarray(0, size));
        done();
      },
      flush: (done) => done(null, kept),
    });
  };
}

/** Each piece waits for the next one. */
export const oneBehind: Manner = () => {
  let kept: Buffer = Buffer.alloc(0);
  return new Transform({
    transform(piece: Buffer, _, done) {
      const before = kept;
      kept = piece;
      done(null, before);
    },
    flush: (done) => done(null, kept),
  });
};

/** A link that takes so many bytes a second. */
export function slow(bytesPerSecond: number): Manner {
  return () =>
    new Transform({
      transform(piece: Buffer, _, done) {
        setTimeout(() => done(null, piece), (1000 * piece.length) / bytesPerSecond);
      },
    });
}

/** Everything comes so much later, ms. */
export function late(ms: number): Manner {
  return () =>
    new Transform({
      transform: (piece: Buffer, _, done) => setTimeout(() => done(null, piece), ms),
    });
}

/** What no piece with `text` in it gets past. */
export function without(text: string): Manner {
  return () =>
    new Transform({
      transform: (piece: Buffer, _, done) => done(null, piece.includes(text) ? undefined : piece),
    });
}

/** Cuts what was silent for so long, ms. */
export function impatient(ms: number): Manner {
  return () => {
    const cutting: { timer?: ReturnType<typeof setTimeout> } = {};
    const between = new Transform({
      transform(piece: Buffer, _, done) {
        wait();
        done(null, piece);
      },
    });
    function wait(): void {
      clearTimeout(cutting.timer);
      cutting.timer = setTimeout(() => between.destroy(), ms);
    }
    between.once("close", () => clearTimeout(cutting.timer));
    return between;
  };
}

/** Cuts what is so old, ms. */
export function aged(ms: number): Manner {
  return () => {
    const between = new Transform({ transform: (piece, _, done) => done(null, piece) });
    const timer = setTimeout(() => between.destroy(), ms);
    between.once("close", () => clearTimeout(timer));
    return between;
  };
}

/** Ends the body properly once so many events have passed. */
export function endsAfter(events: number): Manner {
  return () => {
    let passed = 0;
    return new Transform({
      transform(piece: Buffer, _, done) {
        if (passed >= events) return done();
        this.push(piece);
        passed += piece.toString().split("\ndata:").length - 1;
        if (passed >= events) this.push(null);
        done();
      },
    });
  };
}

/** Does so to what is asked by `method` alone. */
export function only(method: string, manner: Manner): Manner {
  return (request) => (request.method === method ? manner(request) : untouched(request));
}

/** The times that the server tells, in its clock's answer and in the tap's lines, are by another clock, ms ahead. */
export function clockAhead(ms: number): Manner {
  return () => {
    let line = "";
    const told = (text: string) =>
      text.replace(/"(at|now)":([\d.]+)/g, (_, name, at) => `"${name}":${Number(at) + ms}`);
    return new Transform({
      transform(piece: Buffer, _, done) {
        const lines = (line + piece.toString()).split("\n");
        line = lines.pop() ?? "";
        done(null, lines.map((one) => `${told(one)}\n`).join(""));
      },
      flush: (done) => done(null, told(line)),
    });
  };
}
