/** The button in a part's head that shows this part large, and the others as they were. */
import { html, type LitElement, type TemplateResult } from "lit";
import { icons } from "../icons.ts";
import { withKey } from "./by-hand.ts";

const enlargeTexts = {
  large: (part: string) => `Show ${part} large`,
  back: "Show the other parts again",
};

/** `host` dispatches `enlarge` when it is pressed. `part`: its name, as people see it. */
export function enlargeButton(host: LitElement, part: string, isLarge: boolean): TemplateResult {
  const name = isLarge ? enlargeTexts.back : enlargeTexts.large(part);
  return html`<button
    class="button quiet enlarge"
    aria-label=${name}
    aria-pressed=${isLarge}
    aria-keyshortcuts="G"
    title=${withKey(name, "G")}
    @click=${() => host.dispatchEvent(new Event("enlarge"))}
  >
    ${isLarge ? icons.reduce : icons.enlarge}
  </button>`;
}
