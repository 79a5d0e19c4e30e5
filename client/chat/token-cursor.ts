/** Lets the keyboard point at the tokens of an answer. */
import type { ReactiveController, ReactiveControllerHost } from "lit";

/** The tokens from `from` to `count` can be pointed at. */
export type Tokens = {
  readonly from: number;
  readonly count: number;
  point(index: number | null): void;
  goTo(index: number): void;
};

/** Arrows go from token to token of an answer, Enter to the log: one stop for Tab, however long it is. */
export class TokenCursor implements ReactiveController {
  /** `null` while nobody has moved it. */
  at: number | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #tokens: () => Tokens;

  constructor(host: ReactiveControllerHost, tokens: () => Tokens) {
    this.#host = host;
    this.#tokens = tokens;
    host.addController(this);
  }

  /** Another run may have fewer tokens. */
  hostUpdate(): void {
    if (this.at !== null && this.at >= this.#tokens().count) this.at = null;
  }

  readonly press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const tokens = this.#tokens();
    if (event.key === "Enter" && this.at !== null) tokens.goTo(this.at);
    else if (!this.#move(event.key, tokens)) return;
    event.preventDefault();
  };

  readonly leave = (): void => {
    if (this.at === null) return;
    this.at = null;
    this.#tokens().point(null);
    this.#host.requestUpdate();
  };

  /** Returns whether the key moves it. It sets out from the newest token. */
  #move(key: string, { from, count, point }: Tokens): boolean {
    const last = count - 1;
    const at = this.at ?? last + 1;
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: from, End: last }[key];
    if (next === undefined || count === 0) return false;
    this.at = Math.min(Math.max(next, from), last);
    point(this.at);
    this.#host.requestUpdate();
    return true;
  }
}
