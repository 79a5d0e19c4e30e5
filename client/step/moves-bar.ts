/** How one moves through a recorded stream: a button each, the keys that do the same, and a slider. */
import { html, type TemplateResult } from "lit";
import { view } from "../../trace/en/parser-view.ts";
import { MOVES, type Move, moved } from "../../trace/parsing/moves.ts";
import type { Parsing } from "../../trace/parsing/parsing.ts";
import { prose } from "../controls/prose.ts";

/** `KeyboardEvent.key`, and how it is called. */
const KEYS: Readonly<Record<Move, readonly [key: string, called: string]>> = {
  start: ["Home", "Home"],
  "previous-edge": ["PageUp", "Page Up"],
  "previous-dispatch": ["ArrowUp", "↑"],
  back: ["ArrowLeft", "←"],
  forward: ["ArrowRight", "→"],
  "next-dispatch": ["ArrowDown", "↓"],
  "next-edge": ["PageDown", "Page Down"],
  end: ["End", "End"],
};

/** The move that a key stands for. */
export function moveOf(key: string): Move | undefined {
  return MOVES.find((move) => KEYS[move][0] === key);
}

/** The keys, for the sheet of keys. */
export const namedKeys = MOVES.map((move) => ({
  key: KEYS[move][0],
  name: view.moves[move]("fetch"),
}));

/** Buttons, slider, and where one is. `go` is called with the step to go to. */
export function movesBar(parsing: Parsing, at: number, go: (to: number) => void): TemplateResult {
  return html`<div class="moves">
    <span class="buttons" role="group" aria-label=${view.steps}>
      ${MOVES.map((move) => button(parsing, at, move, go))}
    </span>
    <input
      type="range"
      aria-label=${view.slider}
      min="0"
      max=${parsing.length}
      .value=${String(at)}
      @input=${({ target }: InputEvent) => {
        if (target instanceof HTMLInputElement) go(target.valueAsNumber);
      }}
    />
    <span class="place">
      <span>${prose(view.place(at, parsing.length))}</span>
      <span>${prose(view.read(parsing.readBy(at), parsing.body.length))}</span>
    </span>
  </div>`;
}

function button(parsing: Parsing, at: number, move: Move, go: (to: number) => void) {
  const { lane } = parsing.stream;
  const [, called] = KEYS[move];
  const name = view.moves[move](lane);
  const to = moved(parsing, at, move);
  // Not `disabled`: the button that led to the end keeps the focus, and the keys go on.
  return html`<button
    class="button ${move}"
    aria-label=${name}
    title=${view.keyed(name, called)}
    aria-keyshortcuts=${KEYS[move][0]}
    aria-disabled=${to === at}
    @click=${() => go(to)}
  >
    ${view.shows[move](lane)}
  </button>`;
}
