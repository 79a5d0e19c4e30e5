/**
 * One request through the target proxy as it is told: to the list, and, where its answer is a stream or meant as one,
 * to the tap. It sees bytes pass and touches none. Until it is known what an answer is, its beginning is kept here.
 */
import type { IncomingMessage } from "node:http";
import { toldUrl } from "../../protocol/redact.ts";
import { Secrets } from "../../protocol/secrets.ts";
import { type Meant, nobodyAnswered, type Passing } from "../../trace/run/passing.ts";
import type { ConnectionFact, EndReason } from "../../trace/run/records.ts";
import type { Ask } from "../http/asks.ts";
import { now } from "../http/clock.ts";
import { MAX_UNDECIDED_BYTES } from "../limits.ts";
import type { Tell } from "../tap/tap.ts";
import { type Counter, eventCounter, lineCounter } from "./counter.ts";
import { DecodedCopy } from "./decoded-copy.ts";
import { meantByBody, meantByHead } from "./meant.ts";
import { fieldsOf, toldFields } from "./redact.ts";
import type { Listed, Listing } from "./watched.ts";

type Request = Pick<IncomingMessage, "method" | "url" | "httpVersion" | "rawHeaders" | "headers">;

export class WatchedAnswer {
  readonly #listed: Listed;
  readonly #tell: Tell;
  readonly #asked: boolean;
  readonly #secrets: Secrets;
  readonly #body: ReturnType<Secrets["outOfBody"]>;
  #answer: IncomingMessage | null = null;
  #meant: Meant | "unsure" | null;
  #copy: DecodedCopy | null = null;
  #counter: Counter = eventCounter();
  /** What is not told yet, and how the body begins: as long as it is not known whether it is to be. */
  #untold: { fact: ConnectionFact<Uint8Array>; at: number }[] = [];
  #beginning: Uint8Array = new Uint8Array(0);
  /** What has come in this turn of the event loop. */
  #reads: { bytes: Uint8Array; at: number }[] = [];
  #firstReadAt: number | null = null;
  #bytes = 0;
  #writes = 0;
  #packed = 0;
  #isOver = false;

  /**
   * @param ask who asks, where that is our own page: then it is told of whatever comes
   * @param again whether it is asked for once more, without `Accept-Encoding`: then too
   */
  constructor(watched: Listing, request: Request, ask: Ask | null, again = false) {
    const { method = "", httpVersion, rawHeaders } = request;
    const { accept = "" } = request.headers;
    this.#asked = ask !== null || again || /text\/event-stream/i.test(accept);
    this.#meant = this.#asked ? "asked" : "unsure";
    const url = toldUrl(request.url ?? "");
    const beganAt = now();
    const meant = this.#asked ? "asked" : null;
    const isEventSource = method === "GET" && accept.trim() === "text/event-stream";
    const client = isEventSource && ask === null ? clientOf(request) : null;
    this.#listed = watched.add({ method, url, beganAt, meant, client, trace: ask?.trace });
    const lane = ask?.lane ?? (isEventSource ? "eventsource" : "fetch");
    this.#tell = this.#listed.tell(lane);
    const sent = fieldsOf(rawHeaders);
    // Of cookies our page knows nothing: what it has of the answer has to be what is told of it here.
    const known = ask === null ? sent : sent.filter(([name]) => !/^cookie$/i.test(name));
    this.#secrets = new Secrets(known, request.url ?? "");
    this.#body = this.#secrets.outOfBody((bytes, at) => this.#write(bytes, at));
    const headers = toldFields(sent, this.#secrets);
    const told = { kind: "request", method, url, httpVersion, headers } as const;
    this.#fact(again ? { ...told, again } : told, beganAt);
  }

  /** It is told of under this name. */
  get trace(): string {
    return this.#listed.trace;
  }

  /** Whether it is told of; once it is not, it never is again. */
  get isTold(): boolean {
    return this.#meant !== null;
  }

  /** The answer's head has come. @param redirect where it leads, if past the proxy */
  head(answer: IncomingMessage, redirect: string | null): void {
    const at = now();
    const { statusCode: status = 0, headers } = answer;
    const coding = (headers["content-encoding"] ?? "").trim().toLowerCase();
    this.#answer = answer;
    this.#fact(
      { kind: "head", status, headers: toldFields(fieldsOf(answer.rawHeaders), this.#secrets) },
      at,
    );
    if (coding !== "" && coding !== "identity" && coding !== "none") this.#decode(coding);
    const packed = this.#copy === null ? "" : coding;
    const shown = redirect === null ? null : this.#secrets.outOfHead(toldUrl(redirect));
    const change = { status, coding: packed, state: "open", lastAt: at, redirect: shown } as const;
    this.#listed.change(change);
    this.#decide(redirect === null ? meantByHead(this.#asked, status, headers) : "asked");
  }

  /** One read of the body. It is told of with all of this turn's, once they have passed. */
  read(bytes: Uint8Array): void {
    if (this.#meant === null) return;
    if (this.#reads.length === 0) setImmediate(() => this.#tellReads());
    this.#reads.push({ bytes, at: now() });
  }

  /** The proxy answers for a target that it could not ask. */
  down(status: number, code: string): void {
    const at = now();
    this.#decide("asked");
    this.#fact({ kind: "head", status, headers: [] }, at);
    this.#listed.change({ status });
    this.end({ why: "target-down", code });
  }

  /** It is over. */
  end(reason: EndReason): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#tellReads();
    const at = now();
    const tell = () => {
      this.#body.end();
      if (this.#meant === "unsure") this.#decideByBody(at);
      if (this.#meant === "unsure") this.#decide(this.#answer === null ? "asked" : null);
      this.#fact({ kind: "end", reason, bytes: this.#bytes, writes: this.#writes }, at);
      const { count: events } = this.#counter;
      this.#listed.change({ state: stateAfter(reason), lastAt: at, events });
    };
    if (this.#copy === null) tell();
    else this.#copy.end(tell);
  }

  #tellReads(): void {
    const reads = this.#reads;
    const last = reads.at(-1);
    if (last === undefined) return;
    this.#reads = [];
    for (const { bytes, at } of reads) {
      this.#firstReadAt ??= at;
      if (this.#copy === null) this.#body.push(bytes, at);
      else this.#copy.push(bytes, at);
    }
    this.#listed.change({ lastAt: last.at, events: this.#counter.count });
  }

  #decode(coding: string): void {
    this.#copy = new DecodedCopy(coding, {
      packed: (length, at) => {
        this.#packed += length;
        this.#fact({ kind: "packed", coding, length }, at);
        if (this.#meant === "unsure" && this.#packed > MAX_UNDECIDED_BYTES) this.#decide(null);
      },
      decoded: (bytes, at) => {
        this.#body.push(bytes, at);
        this.#listed.change({ events: this.#counter.count });
      },
      givenUp: (why, at) => this.#fact({ kind: "unreadable", why }, at),
    });
  }

  #write(bytes: Uint8Array, at: number): void {
    const offset = this.#bytes;
    this.#bytes += bytes.length;
    this.#writes++;
    if (this.#meant === "unsure" && this.#beginning.length < 256) {
      this.#beginning = Buffer.concat([this.#beginning, bytes]);
    }
    this.#fact({ kind: "write", offset, bytes, line: 0 }, at);
    if (this.#meant === "unsure") this.#decideByBody(at);
    else this.#count(bytes);
  }

  #count(bytes: Uint8Array): void {
    if (this.#meant === null) return;
    this.#counter.push(bytes);
  }

  #decideByBody(at: number): void {
    if (this.#answer === null) return;
    const ms = at - (this.#firstReadAt ?? at);
    const meant = meantByBody(this.#answer.headers, this.#beginning, ms);
    this.#decide(meant === "unsure" && this.#bytes > MAX_UNDECIDED_BYTES ? null : meant);
  }

  #decide(meant: Meant | "unsure" | null): void {
    this.#meant = meant;
    if (meant === "unsure") return;
    const untold = this.#untold;
    this.#untold = [];
    this.#beginning = new Uint8Array(0);
    if (meant === null) {
      this.#listed.remove();
      return;
    }
    this.#listed.change({ meant });
    if (meant === "ndjson" || meant === "json") this.#counter = lineCounter();
    for (const { fact, at } of untold) {
      this.#tell(fact, at);
      if (fact.kind === "write") this.#count(fact.bytes);
    }
  }

  #fact(fact: ConnectionFact<Uint8Array>, at: number): void {
    if (this.#meant === null) return;
    if (this.#meant === "unsure") this.#untold.push({ fact, at });
    else this.#tell(fact, at);
  }
}

/** Who asks for what, as far as a head tells: an EventSource comes back with the same but `Last-Event-ID`. */
function clientOf({ url = "", headers }: Request) {
  const { host, origin, referer, "user-agent": agent, "x-forwarded-for": from } = headers;
  return {
    name: JSON.stringify([url, host, origin, referer, agent, from]),
    resumes: headers["last-event-id"] !== undefined,
  };
}

function stateAfter(reason: EndReason): Passing["state"] {
  switch (reason.why) {
    case "left":
      return "left";
    case "target-cut":
      return "cut";
    case "target-down":
      return nobodyAnswered(reason.code) ? "down" : "unfit";
    default:
      return "ended";
  }
}
