/** Says what directives leave in force: the line end, the chunks, the heartbeat, and the response head. */
import type { Action, Header } from "./action.ts";
import type { Chunking, LineEnd, Step } from "./script.ts";
import { render, type Values } from "./template.ts";

/** A script that says nothing else is an event stream that nobody stores. */
const HEADERS: readonly Header[] = [
  ["Content-Type", "text/event-stream"],
  ["Cache-Control", "no-cache"],
];

export class Settings {
  eol: LineEnd = "\n";
  chunk: Chunking | null = null;
  heartbeat: number | null = null; // ms
  status = 200;
  /** The keys are names in lower case. */
  readonly #headers = new Map<string, Header>();

  constructor() {
    for (const header of HEADERS) this.#setHeader(header);
  }

  /** Takes over what a directive sets; any other step is passed over. */
  apply(step: Step, values: Values): void {
    switch (step.kind) {
      case "eol":
        this.eol = step.eol;
        break;
      case "chunk":
        this.chunk = step.chunk;
        break;
      case "heartbeat":
        this.heartbeat = step.ms;
        break;
      case "status":
        this.status = step.status;
        break;
      case "header":
        this.#setHeader([step.name, render(step.value, values).replace(CONTROLS, " ")]);
    }
  }

  /** The response head as it stands. [RFC 9110] 204 and 304 have no body. */
  head(noTransform: boolean): Action & { kind: "head" } {
    if (noTransform) this.#addNoTransform();
    return { kind: "head", status: this.status, headers: [...this.#headers.values()] };
  }

  get hasBody(): boolean {
    return this.status !== 204 && this.status !== 304;
  }

  heartbeatAction(): Action {
    if (this.heartbeat === null) return { kind: "heartbeat", ms: null };
    const comment = new TextEncoder().encode(`: heartbeat${this.eol}`);
    return { kind: "heartbeat", ms: this.heartbeat, comment };
  }

  #setHeader(header: Header): void {
    this.#headers.set(header[0].toLowerCase(), header);
  }

  #addNoTransform(): void {
    const [name, value] = this.#headers.get("cache-control") ?? ["Cache-Control", ""];
    const directives = value.split(",").map((directive) => directive.trim());
    if (directives.some((directive) => directive.toLowerCase() === "no-transform")) return;
    const all = [...directives.filter((directive) => directive !== ""), "no-transform"];
    this.#setHeader([name, all.join(", ")]);
  }
}

/** [RFC 9110] A recipient of CR, LF or NUL in a field value must replace each with SP. Others too. */
const CONTROLS = /[^\P{Cc}\t]/gu;
