/** Spares the page those rows of a long log that nobody sees. */
import {
  measureElement,
  observeElementOffset,
  type VirtualItem,
  VirtualizerController,
} from "@tanstack/lit-virtual";
import type { ReactiveControllerHost } from "lit";
import type { Row } from "../../trace/log/row.ts";

/** A row that is not opened is so high. rem */
const ROW_HEIGHT = 1.5;

/** Beyond either edge so many rows are drawn, so that scrolling meets no gap. */
const OVERSCAN = 4;

/** Draws those rows of a long log that are in view, and a few more. */
export class RowWindow {
  readonly #scroller: () => HTMLElement | undefined;
  readonly #virtual: VirtualizerController<HTMLElement, HTMLElement>;
  #rem = 0; // px

  constructor(host: ReactiveControllerHost, scroller: () => HTMLElement | undefined) {
    this.#scroller = scroller;
    this.#virtual = new VirtualizerController<HTMLElement, HTMLElement>(host, {
      count: 0,
      overscan: OVERSCAN,
      getScrollElement: () => scroller() ?? null,
      // Whether somebody scrolls just now changes nothing here: the rows would be drawn once more for it.
      observeElementOffset: (virtualizer, tell) =>
        observeElementOffset(virtualizer, (offset) => tell(offset, false)),
      estimateSize: () => ROW_HEIGHT * this.#rem,
      // Heights are told after the layout: to ask for them earlier would lay the page out once more.
      measureElement: (row, entry, virtualizer) =>
        entry ? measureElement(row, entry, virtualizer) : this.#knownHeight(row),
    });
  }

  get items(): readonly VirtualItem[] {
    return this.#virtual.getVirtualizer().getVirtualItems();
  }

  /** Returns how high all rows are together. px */
  get height(): number {
    return this.#virtual.getVirtualizer().getTotalSize();
  }

  get page(): number {
    return Math.floor((this.#scroller()?.clientHeight ?? 0) / (ROW_HEIGHT * this.#rem));
  }

  /** `isNew`: it is another list, and not the last one grown. */
  take(rows: readonly Row[], isNew: boolean): void {
    const virtualizer = this.#virtual.getVirtualizer();
    virtualizer.setOptions({
      ...virtualizer.options,
      count: rows.length,
      ...(isNew && { getItemKey: (index: number) => rows[index]?.id ?? index }),
    });
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (!isNew && rem === this.#rem) return;
    this.#rem = rem; // presenter mode is larger
    virtualizer.measure();
  }

  /** Draws the last rows at once, and not when the end was scrolled to: that frame would be empty. */
  lookAhead(): void {
    const virtualizer = this.#virtual.getVirtualizer();
    const height = virtualizer.scrollRect?.height ?? 0;
    virtualizer.scrollOffset = Math.max(0, virtualizer.getTotalSize() - height);
  }

  show(index: number): void {
    this.#virtual.getVirtualizer().scrollToIndex(index, { align: "auto" });
  }

  /** Observes, from now on, how high the rows are that are drawn. */
  measure(drawn: Iterable<HTMLElement>): void {
    const virtualizer = this.#virtual.getVirtualizer();
    for (const row of drawn) virtualizer.measureElement(row);
    virtualizer.measureElement(null); // lets go of those that are not drawn any more
  }

  #knownHeight(row: HTMLElement): number {
    const virtualizer = this.#virtual.getVirtualizer();
    const index = virtualizer.indexFromElement(row);
    const { getItemKey, estimateSize } = virtualizer.options;
    return virtualizer.itemSizeCache.get(getItemKey(index)) ?? estimateSize(index);
  }
}
