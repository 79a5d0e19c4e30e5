/** Bytes that are drawn as text, with a named box for each that text would not show. */

import { css, html, type TemplateResult } from "lit";
import { glyphName } from "../../trace/en/bytes.ts";
import { type Glyph, glyphsOf } from "../../trace/log/glyphs.ts";

export const glyphStyles = css`
  .glyph {
    margin: 0 1px;
    padding: 0 0.2em;
    border: 1px solid var(--rule);
    border-radius: 3px;
    background: var(--rule-2);
    color: var(--ink-2);
    font-size: 0.78em;
  }
  .glyph:is(.invalid, .begun, .rest) {
    border-color: var(--wait);
    background: var(--wait-soft);
    color: var(--wait);
  }
  .edge {
    margin: 0 1px 0 3px;
    padding-left: 0.2em;
    border-left: 2px solid var(--accent);
    color: var(--accent);
    font-size: 0.78em;
    vertical-align: super;
    line-height: 1;
  }
`;

/** `before`: the last bytes before them, in which a character may begin. */
export function drawGlyphs(bytes: Uint8Array, before?: Uint8Array): TemplateResult[] {
  return glyphsOf(bytes, before).map(drawGlyph);
}

function drawGlyph(glyph: Glyph): TemplateResult {
  if (glyph.kind === "text") return html`${glyph.text}`;
  const { short, name } = glyphName(glyph);
  return html`<span class="glyph ${glyph.kind}" role="img" aria-label=${name} title=${name}>${short}</span>`;
}
