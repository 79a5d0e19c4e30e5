/** The list of what passes through the target proxy, and what is told of each of it. Bounded, in memory alone. */
import type { Passing, PassingList } from "../../trace/run/passing.ts";
import { now } from "../http/clock.ts";
import { MAX_WATCHED, MAX_WATCHED_BYTES } from "../limits.ts";
import { Tap, type Tell } from "../tap/tap.ts";
import type { Target } from "./settings.ts";

/** Where it is told what becomes of a request. */
export type Listing = Pick<Watched, "add" | "change" | "remove" | "tell">;

/** Asks for the same once more. Returns false where that is being done already. */
type Repeat = () => boolean;

export class Watched {
  readonly tap = new Tap(MAX_WATCHED_BYTES, MAX_WATCHED, "thin");
  readonly #target: Target;
  readonly #passing = new Map<number, Passing>();
  /** How many requests each trace has had. */
  readonly #requests = new Map<string, number>();
  /** How each that may be asked for once more is; it is forgotten with what is listed. */
  readonly #repeats = new Map<number, Repeat>();
  readonly #wake = new Set<() => void>();
  #number = 0;
  #dropped = 0;

  constructor(target: Target) {
    this.#target = target;
  }

  get list(): PassingList {
    const { origin: target, port } = this.#target;
    const { boot } = this.tap;
    const passing = [...this.#passing.values()].map((one) => ({ ...one }));
    return { at: now(), boot, target, port, passing, dropped: this.#dropped };
  }

  /** Calls `wake` after each change. Returns what ends that. */
  onChange(wake: () => void): () => void {
    this.#wake.add(wake);
    return () => this.#wake.delete(wake);
  }

  /** Lists a request. `trace`: under which name it is told of */
  add(
    request: Pick<Passing, "method" | "url" | "beganAt" | "meant">,
    trace = String(this.#number + 1),
  ): number {
    const number = ++this.#number;
    const unknown = {
      state: "waiting",
      status: null,
      coding: "",
      events: 0,
      redirect: null,
    } as const;
    const named = { number, trace };
    this.#requests.set(trace, (this.#requests.get(trace) ?? 0) + 1);
    this.#passing.set(number, { ...named, ...unknown, ...request, lastAt: request.beganAt });
    if (this.#passing.size > MAX_WATCHED) this.#makeRoom();
    this.#changed();
    return number;
  }

  /** Whether one that is told of under that name is listed still. */
  has(trace: string): boolean {
    return [...this.#passing.values()].some((passing) => passing.trace === trace);
  }

  /** Says what has become of one; nothing where it is listed no more. */
  change(number: number, changed: Partial<Passing>): void {
    const passing = this.#passing.get(number);
    if (passing === undefined) return;
    Object.assign(passing, changed);
    this.#changed();
  }

  /** Takes one out that is no stream. */
  remove(number: number): void {
    const trace = this.#passing.get(number)?.trace;
    if (trace === undefined) return;
    this.#passing.delete(number);
    this.#repeats.delete(number);
    if (!this.has(trace)) {
      this.#requests.delete(trace);
      this.tap.forget(trace);
    }
    this.#changed();
  }

  /** Keeps how one is asked for once more, for as long as it is listed. */
  mayRepeat(number: number, repeat: Repeat): void {
    if (this.#passing.has(number)) this.#repeats.set(number, repeat);
  }

  /** How the first of a trace is asked for once more; `undefined` where none may be. */
  repeatOf(trace: string): Repeat | undefined {
    const all = [...this.#passing.values()].filter((passing) => passing.trace === trace);
    return all.map(({ number }) => this.#repeats.get(number)).find((repeat) => repeat);
  }

  /** Where one that is listed is told of once more: as another request of its trace, and not in the list. */
  once(number: number): Listing {
    return {
      add: () => {
        const trace = this.#passing.get(number)?.trace;
        if (trace !== undefined) this.#requests.set(trace, (this.#requests.get(trace) ?? 0) + 1);
        return number;
      },
      change() {},
      remove() {},
      tell: (number, lane) => this.tell(number, lane),
    };
  }

  /** Where it is told what happens to one. */
  tell(number: number, lane: string): Tell {
    const trace = this.#passing.get(number)?.trace ?? String(number);
    const tell = this.tap.connection(trace, lane, this.#requests.get(trace) ?? 1);
    return (fact, at) => {
      if (this.#passing.has(number)) tell(fact, at);
    };
  }

  #makeRoom(): void {
    const all = [...this.#passing.values()];
    const oldest = all.find(({ state }) => state !== "waiting" && state !== "open") ?? all[0];
    if (oldest === undefined) return;
    this.#dropped++;
    this.remove(oldest.number);
  }

  #changed(): void {
    for (const wake of this.#wake) wake();
  }
}
