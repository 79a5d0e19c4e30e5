/** Lets what grows follow its end, as a terminal does. */
import type { ReactiveControllerHost } from "lit";

/** So far away the end counts as reached. px */
const AT_END = 4;

/** Keeps the end of what an element scrolls in view, until somebody looks back. */
export class FollowEnd {
  readonly #host: ReactiveControllerHost;
  readonly #scroller: () => HTMLElement | undefined;
  /** It tells once a frame, after the layout: to ask for heights earlier would lay the page out once more. */
  readonly #sizes = new ResizeObserver(() => this.#go());
  #follows = true;
  #reached = 0; // px

  constructor(host: ReactiveControllerHost, scroller: () => HTMLElement | undefined) {
    this.#host = host;
    this.#scroller = scroller;
  }

  get follows(): boolean {
    return this.#follows;
  }

  set follows(follows: boolean) {
    if (this.#follows === follows) return;
    this.#follows = follows;
    this.#go();
    this.#host.requestUpdate();
  }

  /** The `ref` of the element that is scrolled and grows; its scroller may shrink as well. */
  readonly content = (content: Element | undefined): void => {
    this.#sizes.disconnect();
    if (content === undefined) return;
    for (const one of [content, this.#scroller()]) {
      if (one) this.#sizes.observe(one, { box: "border-box" });
    }
  };

  readonly scrolled = (): void => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = this.#scroller() ?? {};
    const end = scrollHeight - clientHeight;
    // What grew since the end was reached is below it: nobody looked back for that.
    this.follows = (this.#follows ? Math.min(this.#reached, end) : end) - scrollTop <= AT_END;
  };

  #go(): void {
    const scroller = this.#scroller();
    if (!this.#follows || !scroller) return;
    scroller.scrollTop = scroller.scrollHeight;
    this.#reached = scroller.scrollTop;
  }
}
