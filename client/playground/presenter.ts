/** Presenter mode: what the back row needs, nothing else. An attribute of the page; style sheets do the rest. */

export function isPresenting(): boolean {
  return document.documentElement.hasAttribute("data-presenter");
}

export function togglePresenter(): void {
  present(!isPresenting());
}

export function present(on: boolean): void {
  document.documentElement.toggleAttribute("data-presenter", on);
}
