/**
 * The probe: asks once as a browser would, and a GET once more without `Accept-Encoding` where that could
 * find a compressor. It ends by itself: once it is decided, or after its time.
 */
import { toldUrl } from "../protocol/redact.ts";
import type { AttemptView } from "../trace/run/attempt.ts";
import { PROBE } from "../trace/run/browser-name.ts";
import { isEventStream } from "../trace/run/head.ts";
import { STALL } from "../trace/run/noise.ts";
import type { TraceRecord } from "../trace/run/records.ts";
import { createRun, type Run } from "../trace/run/run.ts";
import { arrivalsOf, type OneEnd, oneEnd } from "../trace/verdict/one-end.ts";
import { ask, type Bound, type Hears } from "./ask.ts";
import { ENOUGH, ENOUGH_AGAIN, LOOK, type Times } from "./limits.ts";
import type { Options } from "./options.ts";

/** Why a request was let go before its response ended. */
export type LetGo = "decided" | "time" | "asks-again" | "interrupted" | Bound;

export type Tells = {
  asking(run: Run, again: boolean): void;
  record(run: Run, record: TraceRecord): void;
  redirected: Hears["redirected"];
  letGo(why: LetGo): void;
};

export type Probed = { readonly run: Run; readonly one: OneEnd; readonly again: boolean };

/** @param stop lets go, and judges by what has come so far */
export async function probe(
  options: Options,
  tells: Tells,
  stop: AbortSignal,
  times: Times,
): Promise<Probed> {
  const began = performance.now();
  const run = createRun(setupOf(options.url));
  const unwatch = watchThread(run, began);
  try {
    const { method, headers } = options;
    // Whoever says what is accepted wants just that: it is not asked for otherwise.
    const acceptsOurs = headers.every(([name]) => name.toLowerCase() !== "accept-encoding");
    const mayAskAgain = method === "GET" && acceptsOurs;
    const first = await request(false, (attempt, elapsed) => {
      if (isEnough(attempt, { ms: times.even, events: ENOUGH })) return "decided";
      if (mayAskAgain && elapsed > times.first && couldTellMore(attempt)) return "asks-again";
      return elapsed > times.whole ? "time" : null;
    });
    const isAsked = mayAskAgain && !stop.aborted && couldTellMore(first);
    const again = isAsked
      ? await request(true, (attempt, elapsed) => {
          if (isEnough(attempt, ENOUGH_AGAIN)) return "decided";
          return elapsed > times.whole ? "time" : null;
        })
      : null;
    return { run, one: oneEnd(first, again, run.busy), again: isAsked };
  } finally {
    unwatch();
  }

  /** @param over says whether the request is to be let go; `elapsed`: since the probe began, ms */
  async function request(
    again: boolean,
    over: (attempt: AttemptView, elapsed: number) => LetGo | null,
  ): Promise<AttemptView> {
    const number = again ? 2 : 1;
    const letGo = new AbortController();
    const end = (why: LetGo) => {
      if (letGo.signal.aborted) return;
      tells.letGo(why);
      letGo.abort();
    };
    const look = setInterval(() => {
      const attempt = run.lane("fetch").attempts[number - 1];
      const why = attempt && over(attempt, performance.now() - began);
      if (why) end(why);
    }, LOOK);
    const interrupted = () => end("interrupted");
    stop.addEventListener("abort", interrupted);
    tells.asking(run, again);
    try {
      const hears: Hears = {
        record: (happening, at = now()) =>
          add({ side: "browser", lane: "fetch", at, ...happening }),
        now,
        redirected: tells.redirected,
        bounded: tells.letGo,
      };
      await ask(options, !again, hears, letGo.signal);
    } finally {
      clearInterval(look);
      stop.removeEventListener("abort", interrupted);
    }
    const attempt = run.lane("fetch").attempts[number - 1];
    if (attempt === undefined) throw new Error("the request left no record of itself");
    return attempt;
  }

  function add(record: TraceRecord): void {
    run.add(record);
    tells.record(run, record);
  }

  function now(): number {
    return performance.now() - began;
  }
}

function isEnough(attempt: AttemptView, { ms, events }: { ms: number; events: number }): boolean {
  const arrivals = arrivalsOf(attempt, []);
  return arrivals.like === "live" && arrivals.events >= events && arrivals.arrivedOver >= ms;
}

/**
 * Whether the same request without a coding could tell what this one does not: it has a coding, or no
 * head to name one, and it did not come evenly. What comes at once has nothing to hold.
 */
function couldTellMore(attempt: AttemptView): boolean {
  const { head, since } = attempt.reception;
  if (head === null) {
    return attempt.ending === null || attempt.ending.how === "closed";
  }
  if (!isEventStream(head) || attempt.coding === null || attempt.ending?.how === "failure")
    return false;
  const isShort = attempt.ending !== null && attempt.ending.at - since <= STALL;
  return !isShort && arrivalsOf(attempt, []).like !== "live";
}

/** The run of a probe is one whose server told nothing. */
function setupOf(url: URL): Run["setup"] {
  const shown = toldUrl(url.href);
  const { host, pathname, port, protocol } = new URL(shown);
  return {
    trace: "probe",
    script: { name: `${host}${pathname}`, text: `@# What a probe saw of ${shown}\n` },
    path: { proxy: false, port: Number(port) || (protocol === "https:" ? 443 : 80) },
    noTransform: false,
    browser: `${PROBE} Node ${process.versions.node}`,
    beganAt: performance.timeOrigin + performance.now(),
    clockError: 0,
    unwatched: host,
  };
}

/** A thread that was blocked makes bursts of its own; a wait too short for that is not told. */
function watchThread(run: Run, began: number): () => void {
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - last > STALL) {
      run.add({ side: "page", kind: "busy", since: last - began, at: now - began });
    }
    last = now;
  }, 50);
  return () => clearInterval(timer);
}
