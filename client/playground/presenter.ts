/** Presenter mode: what the back row needs, nothing else. An attribute of the page; style sheets do the rest. */

/** Whether the page is shown to a room. */
export function isPresenting(): boolean {
  return document.documentElement.hasAttribute("data-presenter");
}

/** In or out of presenter mode. */
export function togglePresenter(): void {
  present(!isPresenting());
}

/** Into presenter mode, or out of it. */
export function present(on: boolean): void {
  document.documentElement.toggleAttribute("data-presenter", on);
}
