/** What a designer's eye sees, measured: functions that run in the page, so each stands by itself. */

/** Words that are cut off without an ellipsis or a scroll bar to tell, and what reaches past the window's side or out of its picture. */
export function spills(): string[] {
  const found: string[] = [];
  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot !== null) visit(element.shadowRoot);
      if (element instanceof SVGTextElement) {
        const picture = element.ownerSVGElement?.getBoundingClientRect().top ?? 0;
        const isOut =
          element.checkVisibility() && element.getBoundingClientRect().top < picture - 1;
        if (isOut) found.push(`above its picture: ${element.textContent}`);
      }
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

/** Pairs of controls, headings, pictures and their words that lie on top of each other where they can be seen. */
export function overlaps(): string[] {
  type Box = { left: number; right: number; top: number; bottom: number };

  /** What is left of an element once its scrolling ancestors, through shadow roots, have cut it. */
  const seenOf = (element: Element): Box => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const halo = element.matches("text") ? 4 : 0; // px: an outline in the colour of the paper
    const box = { left, right, top: top + halo, bottom: bottom - halo };
    let parent: Node | null = element.parentNode;
    for (
      ;
      parent !== null;
      parent = parent instanceof ShadowRoot ? parent.host : parent.parentNode
    ) {
      if (!(parent instanceof Element) || getComputedStyle(parent).overflowY === "visible")
        continue;
      const clip = parent.getBoundingClientRect();
      box.top = Math.max(box.top, clip.top);
      box.bottom = Math.min(box.bottom, clip.bottom);
    }
    return box;
  };
  /** Whether it hangs over the page on purpose, as a phone's bar does. */
  const isFloating = (element: Element): boolean => {
    for (let node: Node | null = element; node !== null; ) {
      if (node instanceof Element && getComputedStyle(node).position === "fixed") return true;
      node = node instanceof ShadowRoot ? node.host : node.parentNode;
    }
    return false;
  };

  const controls = "button, select, h1, h2, sse-segmented";
  const pictures = "svg[role=img], svg[role=img] text";
  const pieces: { element: Element; name: string; box: Box }[] = [];
  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot !== null) visit(element.shadowRoot);
      if (!element.matches(controls) && !element.matches(pictures)) continue;
      const box = seenOf(element);
      const isSeen = element.checkVisibility() && box.right > box.left && box.bottom > box.top;
      if (!isSeen || isFloating(element)) continue;
      const words = element.textContent?.trim().replace(/\s+/g, " ").slice(0, 30) ?? "";
      pieces.push({ element, name: `<${element.localName}> ${words}`, box });
    }
  };
  visit(document);

  const inside = (a: Box, b: Box) =>
    a.left >= b.left - 1 &&
    a.right <= b.right + 1 &&
    a.top >= b.top - 1 &&
    a.bottom <= b.bottom + 1;
  const touch = (a: Box, b: Box) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  return pieces.flatMap((one, index) =>
    pieces
      .slice(index + 1)
      .filter(({ element }) => !one.element.contains(element)) // a picture's own words
      .filter(({ box }) => touch(one.box, box) && !inside(one.box, box) && !inside(box, one.box))
      .map((other) => `${one.name} and ${other.name}`),
  );
}
