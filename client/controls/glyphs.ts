import { html, type TemplateResult } from "lit";
import { logSentences } from "../../trace/en/log-sentences.ts";
import { type Glyph, glyphsOf } from "../../trace/log/glyphs.ts";

/**
 * Bytes as text, with a named box for each that text would not show.
 * @param before the last bytes before them: a character may begin there
 */
export function drawGlyphs(bytes: Uint8Array, before?: Uint8Array): TemplateResult[] {
  return glyphsOf(bytes, before).map(drawGlyph);
}

function drawGlyph(glyph: Glyph): TemplateResult {
  if (glyph.kind === "text") return html`${glyph.text}`;
  const { short, name } = logSentences.bytes.glyphName(glyph);
  return html`<span class="glyph ${glyph.kind}" role="img" aria-label=${name} title=${name}>${short}</span>`;
}
