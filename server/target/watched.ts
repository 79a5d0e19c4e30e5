/**
 * The list of what passes through the target proxy, and what is told of each of it. Bounded, in memory alone. A client
 * that comes back is one stream with one more attempt.
 */
import { isRedirect } from "../../trace/run/head.ts";
import type { Passing, PassingList } from "../../trace/run/passing.ts";
import { now } from "../http/clock.ts";
import { COMES_BACK_WITHIN, MAX_WATCHED, MAX_WATCHED_BYTES } from "../limits.ts";
import { Tap, type Tell } from "../tap/tap.ts";
import type { Target } from "./settings.ts";

/** Asks for the same once more. Returns false where that is being done already. */
type Repeat = () => boolean;

/** One request, where it is told what becomes of it. All is in vain once it is listed no more. */
export interface Listed {
  readonly trace: string;
  change(changed: Partial<Passing>): void;
  /** Takes it out: it is no stream. */
  remove(): void;
  tell(lane: string): Tell;
}

export type Asked = Pick<Passing, "method" | "url" | "beganAt" | "meant"> & {
  /** Under which name it is told of; without one, under a number, or that of the stream that it comes back to. */
  readonly trace: string | undefined;
  /** Who asks for what, where that client may come back; `resumes`: whether it says that it does. */
  readonly client: { readonly name: string; readonly resumes: boolean } | null;
};

/** Where a request is listed. */
export type Listing = { add(asked: Asked): Listed };

type Stream = {
  passing: Passing;
  client: string | null;
  requests: number;
  /** Which listed request is the last one. */
  last: number;
  /** Events of the attempts before this one. */
  before: number;
  repeat: Repeat | null;
};

export class Watched {
  readonly tap = new Tap(MAX_WATCHED_BYTES, MAX_WATCHED, "thin");
  readonly #target: Target;
  /** The keys are traces. */
  readonly #streams = new Map<string, Stream>();
  readonly #wake = new Set<() => void>();
  #number = 0;
  #dropped = 0;

  constructor(target: Target) {
    this.#target = target;
  }

  get list(): PassingList {
    const { origin: target, port } = this.#target;
    const { boot } = this.tap;
    const passing = [...this.#streams.values()].map(({ passing }) => ({ ...passing }));
    return { at: now(), boot, target, port, passing, dropped: this.#dropped };
  }

  /** Calls `wake` after each change. Returns what ends that. */
  onChange(wake: () => void): () => void {
    this.#wake.add(wake);
    return () => this.#wake.delete(wake);
  }

  /** Lists a request. */
  add({ trace, client, ...request }: Asked): Listed {
    const number = ++this.#number;
    const named = trace ?? this.#traceOfReturning(client, request.beganAt) ?? String(number);
    const begun = {
      state: "waiting",
      status: null,
      coding: "",
      redirect: null,
      lastAt: request.beganAt,
    } as const;
    const stream: Stream = this.#streams.get(named) ?? {
      passing: { number, trace: named, attempts: 0, events: 0, ...request, ...begun },
      client: client?.name ?? null,
      requests: 0,
      last: 0,
      before: 0,
      repeat: null,
    };
    const { status, attempts, events } = stream.passing;
    const isLed = status !== null && isRedirect({ status }); // the same attempt, at another address
    stream.last = number;
    stream.before = events;
    Object.assign(stream.passing, begun, { attempts: isLed ? attempts : attempts + 1 });
    this.#streams.set(named, stream);
    if (this.#streams.size > MAX_WATCHED) this.#makeRoom();
    this.#changed();
    return {
      trace: named,
      ...this.#listed(stream),
      change: (changed) => {
        if (stream.last !== number) return; // it has come back already
        const { events } = changed;
        const all = events === undefined ? {} : { events: stream.before + events };
        Object.assign(stream.passing, changed, all);
        this.#changed();
      },
    };
  }

  /** Whether one that is told of under that name is listed still. */
  has(trace: string): boolean {
    return this.#streams.has(trace);
  }

  /** Keeps how the first of a trace is asked for once more, for as long as it is listed. */
  mayRepeat(trace: string, repeat: Repeat): void {
    const stream = this.#streams.get(trace);
    if (stream !== undefined) stream.repeat ??= repeat;
  }

  /** How the first of a trace is asked for once more; `undefined` where none may be. */
  repeatOf(trace: string): Repeat | undefined {
    return this.#streams.get(trace)?.repeat ?? undefined;
  }

  /** Where it is told of what is asked for once more: as another request of its trace, and not in the list. */
  once(trace: string): Listing {
    const stream = this.#streams.get(trace);
    return {
      add: () => ({
        trace,
        change() {},
        remove() {},
        tell: stream === undefined ? () => () => {} : this.#listed(stream).tell,
      }),
    };
  }

  #listed(stream: Stream): Pick<Listed, "remove" | "tell"> {
    return {
      remove: () => this.#remove(stream),
      tell: (lane) => {
        const tell = this.tap.connection(stream.passing.trace, lane, ++stream.requests);
        return (fact, at) => {
          if (this.#isListed(stream)) tell(fact, at);
        };
      },
    };
  }

  #isListed(stream: Stream): boolean {
    return this.#streams.get(stream.passing.trace) === stream;
  }

  /**
   * Which stream a client comes back to: one that the same asked for, that was an event stream or was cut before that was
   * known, and is over since a while. Of several the first that was. One that it left itself, only if it says so.
   */
  #traceOfReturning(client: Asked["client"], at: number): string | undefined {
    if (client === null) return undefined;
    const all = [...this.#streams.values()].filter(({ passing, client: name }) => {
      const { state, status, meant, lastAt } = passing;
      const isOver = state === "ended" || state === "cut" || (state === "left" && client.resumes);
      const mayComeBack =
        status === null ? state === "cut" : meant === "event-stream" && status === 200;
      return name === client.name && isOver && mayComeBack && at - lastAt < COMES_BACK_WITHIN;
    });
    const [first] = all.sort((a, b) => a.passing.lastAt - b.passing.lastAt);
    return first?.passing.trace;
  }

  #remove(stream: Stream): void {
    if (!this.#isListed(stream)) return;
    const { trace } = stream.passing;
    this.#streams.delete(trace);
    this.tap.forget(trace);
    this.#changed();
  }

  #makeRoom(): void {
    const all = [...this.#streams.values()];
    const isOver = ({ passing: { state } }: Stream) => state !== "waiting" && state !== "open";
    const oldest = all.find(isOver) ?? all[0];
    if (oldest === undefined) return;
    this.#dropped++;
    this.#remove(oldest);
  }

  #changed(): void {
    for (const wake of this.#wake) wake();
  }
}
