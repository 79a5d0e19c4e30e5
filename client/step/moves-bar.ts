/** Says how one moves through a recorded stream: a button each, the keys that do the same, and a slider. */
import { html, type TemplateResult } from "lit";
import { MOVES, type Move, moved } from "../../trace/parsing/moves.ts";
import type { Parsing } from "../../trace/parsing/parsing.ts";
import { withKey } from "../controls/by-hand.ts";
import { prose } from "../controls/prose.ts";
import { stepTexts } from "./step-texts.ts";

/** `KeyboardEvent.key`, and what people call it */
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

export function moveOf(key: string): Move | undefined {
  return MOVES.find((move) => KEYS[move][0] === key);
}

export const namedKeys = MOVES.map((move) => ({
  key: KEYS[move][0],
  name: stepTexts.moves[move]("fetch"),
}));

export function movesBar(parsing: Parsing, at: number, go: (to: number) => void): TemplateResult {
  return html`<div class="moves">
    <span class="buttons" role="group" aria-label=${stepTexts.steps}>
      ${MOVES.map((move) => button(parsing, at, move, go))}
    </span>
    <input
      type="range"
      aria-label=${stepTexts.slider}
      min="0"
      max=${parsing.length}
      .value=${String(at)}
      @input=${({ target }: InputEvent) => {
        if (target instanceof HTMLInputElement) go(target.valueAsNumber);
      }}
    />
    <span class="place">
      <span>${prose(stepTexts.place(at, parsing.length))}</span>
      <span>${prose(stepTexts.read(parsing.readBy(at), parsing.body.length))}</span>
    </span>
  </div>`;
}

function button(parsing: Parsing, at: number, move: Move, go: (to: number) => void) {
  const { lane } = parsing.stream;
  const [, called] = KEYS[move];
  const name = stepTexts.moves[move](lane);
  const to = moved(parsing, at, move);
  // Not `disabled`: the button that led to the end keeps the focus, and the keys go on.
  return html`<button
    class="button ${move}"
    aria-label=${name}
    title=${withKey(name, called)}
    aria-keyshortcuts=${KEYS[move][0]}
    aria-disabled=${to === at}
    @click=${() => go(to)}
  >
    ${stepTexts.shows[move](lane)}
  </button>`;
}
