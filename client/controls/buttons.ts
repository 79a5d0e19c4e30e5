/** Buttons that several parts have, and the one that a key presses, too. */
import { html, type LitElement, nothing, type TemplateResult } from "lit";
import { icons } from "../icons.ts";
import { withKey } from "./by-hand.ts";

export const CLOSE = "Close";

const enlargeTexts = {
  large: (part: string) => `Show ${part} large`,
  back: "Show the other parts again",
};

/** `label` is read out in the place of what stands inside. */
type KeyButton = {
  kind: string;
  key: string;
  why: string;
  act: (event: Event) => unknown;
  label?: string;
  pressed?: boolean;
  expanded?: boolean;
  disabled?: boolean;
};

export function keyButton(inside: unknown, button: KeyButton): TemplateResult {
  const { kind, key, why, act, label, pressed, expanded, disabled = false } = button;
  return html`<button
    class=${kind}
    aria-label=${label ?? nothing}
    aria-pressed=${pressed ?? nothing}
    aria-expanded=${expanded ?? nothing}
    aria-keyshortcuts=${key}
    ?disabled=${disabled}
    title=${withKey(why, key)}
    @click=${act}
  >
    ${inside}
  </button>`;
}

/** @param label what is read out where more than one thing may be open */
export function closeButton(close: (event: Event) => void, label = CLOSE): TemplateResult {
  return html`<button class="button quiet close" aria-label=${label} title=${label} @click=${close}>
    ${icons.close}
  </button>`;
}

/** `host` dispatches `enlarge` when it is pressed. `part`: its name, as people see it. */
export function enlargeButton(host: LitElement, part: string, isLarge = false): TemplateResult {
  const why = isLarge ? enlargeTexts.back : enlargeTexts.large(part);
  const act = () => host.dispatchEvent(new Event("enlarge"));
  const look = { kind: "button quiet enlarge", label: why, pressed: isLarge };
  return keyButton(isLarge ? icons.reduce : icons.enlarge, { ...look, key: "G", why, act });
}
