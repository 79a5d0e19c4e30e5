/**
 * Wheel, pointers and touch over the timeline, told as zooming, panning and pointing. A plain wheel and
 * a finger that moves up or down are the page's: it scrolls.
 */
import type { Viewport } from "./viewport.ts";

export type Point = { x: number; y: number }; // px, from the picture's corner

/** A wheel that turns so far doubles what is shown, which one turn does at most. px */
const WHEEL = 100;

/** A pointer that has moved no further while it was down has clicked, and not dragged. px */
const STILL = 3;

/** Two fingers are taken to be so far apart at least. px */
const FINGER = 20;

export class Gestures {
  readonly #viewport: Viewport;
  readonly #point: (at: Point | null) => void;
  readonly #down = new Map<number, number>(); // px
  readonly #goTo: () => void;
  #moved = 0; // px, since it is down

  /** `point` is told where the pointer is, `null`: it is gone; `goTo` that somebody clicked there. */
  constructor(viewport: Viewport, point: (at: Point | null) => void, goTo: () => void) {
    this.#viewport = viewport;
    this.#point = point;
    this.#goTo = goTo;
  }

  readonly wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return; // a pinch on a touchpad has ctrlKey too
    event.preventDefault();
    const turn = Math.min(Math.max(event.deltaY / WHEEL, -1), 1);
    this.#viewport.zoom(2 ** turn, place(event).x);
  };

  readonly press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.#down.set(event.pointerId, place(event).x);
    this.#moved = 0;
  };

  readonly move = (event: PointerEvent): void => {
    const at = place(event);
    this.#point(at);
    const from = this.#down.get(event.pointerId);
    if (from === undefined) return;
    this.#moved += Math.abs(at.x - from);
    capture(event);
    const before = [...this.#down.values()];
    this.#down.set(event.pointerId, at.x);
    const after = [...this.#down.values()];
    this.#viewport.pan(middle(after) - middle(before));
    this.#viewport.zoom(apart(before) / apart(after), middle(after));
  };

  /** The browser takes a finger's move for scrolling: then it is `pointercancel`. */
  readonly release = (event: PointerEvent): void => {
    this.#down.delete(event.pointerId);
  };

  readonly click = (): void => {
    if (this.#moved <= STILL) this.#goTo();
  };

  readonly leave = (): void => this.#point(null);
}

/** A finger's drag goes on by itself where it leaves the picture. */
function capture({ currentTarget, pointerId, pointerType }: PointerEvent): void {
  if (currentTarget instanceof Element && pointerType !== "touch")
    currentTarget.setPointerCapture(pointerId);
}

function place({ currentTarget, clientX, clientY }: MouseEvent): Point {
  if (!(currentTarget instanceof Element)) return { x: clientX, y: clientY };
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

function middle(xs: readonly number[]): number {
  return (Math.min(...xs) + Math.max(...xs)) / 2;
}

function apart(xs: readonly number[]): number {
  return xs.length < 2 ? FINGER : Math.max(Math.max(...xs) - Math.min(...xs), FINGER);
}
