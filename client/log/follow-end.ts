import type { ReactiveController, ReactiveControllerHost } from "lit";

/** The end counts as reached from so far away. px */
const AT_END = 4;

/** Keeps the end of what an element scrolls in view, until somebody looks back. */
export class FollowEnd implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #scroller: () => HTMLElement | undefined;
  #follows = true;

  constructor(host: ReactiveControllerHost, scroller: () => HTMLElement | undefined) {
    this.#host = host;
    this.#scroller = scroller;
    host.addController(this);
  }

  get follows(): boolean {
    return this.#follows;
  }

  set follows(follows: boolean) {
    if (this.#follows === follows) return;
    this.#follows = follows;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const scroller = this.#scroller();
    if (this.#follows && scroller) scroller.scrollTop = scroller.scrollHeight;
  }

  /** To be called when the element was scrolled, by whomever. */
  readonly scrolled = (): void => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = this.#scroller() ?? {};
    this.follows = scrollHeight - scrollTop - clientHeight <= AT_END;
  };
}
