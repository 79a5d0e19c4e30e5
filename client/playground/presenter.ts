/** Presenter mode: what the back row needs, nothing else. An attribute of the page; style sheets do the rest. */

/** Tells whether the page is shown to a room. */
export function isPresenting(): boolean {
  return document.documentElement.hasAttribute("data-presenter");
}

/** Switches presenter mode on, or off. */
export function togglePresenter(): void {
  present(!isPresenting());
}

/** Switches presenter mode as `on` says. */
export function present(on: boolean): void {
  document.documentElement.toggleAttribute("data-presenter", on);
}
