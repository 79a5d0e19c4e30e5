/** Presenter mode: what the back row needs, nothing else. An attribute of the page; style sheets do the rest. */

/** Whether the page is shown to a room. */
export function isPresenting(): boolean {
  return document.documentElement.hasAttribute("data-presenter");
}

/** In or out of presenter mode. */
export function togglePresenter(): void {
  document.documentElement.toggleAttribute("data-presenter");
}
