/** What a designer's eye sees, measured: functions that run in the page, so each stands by itself. */

/** Words that are cut off without an ellipsis or a scroll bar to tell, and what reaches past the window's side. */
export function spills(): string[] {
  const found: string[] = [];
  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll<HTMLElement>("*")) {
      if (element.shadowRoot !== null) visit(element.shadowRoot);
      if (!element.checkVisibility() || !(element instanceof HTMLElement)) continue;
      const { overflowX, textOverflow, clipPath } = getComputedStyle(element);
      const words = element.textContent?.trim().replace(/\s+/g, " ").slice(0, 40) ?? "";
      if (words === "" || clipPath !== "none") continue;
      const isCut = overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1;
      if (isCut && textOverflow !== "ellipsis")
        found.push(`cut off: <${element.localName}> ${words}`);
      const isButton = element.matches("button, h1, h2, h3, select, [role=status]");
      if (isButton && element.getBoundingClientRect().right > innerWidth + 1) {
        found.push(`past the window: <${element.localName}> ${words}`);
      }
    }
  };
  visit(document);
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page scrolls sideways");
  return found;
}

/** Pairs of controls, headings and boxes of the path that lie on top of each other. */
export function overlaps(): string[] {
  type Piece = { name: string; box: DOMRect };
  const pieces: Piece[] = [];
  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll<HTMLElement>("*")) {
      if (element.shadowRoot !== null) visit(element.shadowRoot);
      if (!element.matches("button, select, h1, h2, sse-segmented, svg[role=img]")) continue;
      const box = element.getBoundingClientRect();
      const isFloating =
        element.closest(".bar, [popover]") !== null ||
        getComputedStyle(element).position === "fixed";
      const host = element.getRootNode();
      const inBar = host instanceof ShadowRoot && host.host.closest(".bar") !== null;
      if (element.checkVisibility() && box.width > 0 && !isFloating && !inBar) {
        const words = element.textContent?.trim().replace(/\s+/g, " ").slice(0, 30) ?? "";
        pieces.push({ name: `<${element.localName}> ${words}`, box });
      }
    }
  };
  visit(document);
  const inside = (a: DOMRect, b: DOMRect) =>
    a.left >= b.left - 1 &&
    a.right <= b.right + 1 &&
    a.top >= b.top - 1 &&
    a.bottom <= b.bottom + 1;
  const touch = (a: DOMRect, b: DOMRect) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  return pieces.flatMap((one, index) =>
    pieces
      .slice(index + 1)
      .filter(({ box }) => touch(one.box, box) && !inside(one.box, box) && !inside(box, one.box))
      .map((other) => `${one.name} and ${other.name}`),
  );
}
