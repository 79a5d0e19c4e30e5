/** Says how recorded bytes are drawn: text as it is, a named box for what does not show, and the other side's edges. */

import { html, type TemplateResult } from "lit";
import { edgeName, otherOf } from "../../trace/en/bytes.ts";
import type { BytesMeaning } from "../../trace/log/bytes-meaning.ts";
import type { Line } from "../../trace/run/reading.ts";
import { drawGlyphs } from "../controls/glyphs.ts";

/** All of them stand below the row once it is opened. */
const SHOWN = 160;

const LINE_ENDS = { lf: [0x0a], cr: [0x0d], crlf: [0x0d, 0x0a] };

/** The beginning of a write or a chunk is cut where the other side's pieces begin. */
export function drawBytes({ of, bytes, before, across }: BytesMeaning): TemplateResult[] {
  const shown = bytes.subarray(0, SHOWN);
  const edges = (across?.edges ?? []).filter(({ at }) => at < shown.length);
  const drawn: TemplateResult[] = [];
  let from = 0;
  for (const { at, number } of edges) {
    drawn.push(...segment(shown, from, at, before), edge(edgeName(otherOf(of), number), number));
    from = at;
  }
  drawn.push(...segment(shown, from, shown.length, before));
  if (shown.length < bytes.length) drawn.push(html`…`);
  return drawn;
}

export function drawBytesOfLine({ bytes, wire }: Line): TemplateResult {
  const end = "terminator" in wire ? LINE_ENDS[wire.terminator] : [];
  return html`<p class="wire">${drawGlyphs(new Uint8Array([...bytes, ...end]))}</p>`;
}

function segment(bytes: Uint8Array, from: number, to: number, before: Uint8Array) {
  const behind = new Uint8Array([...before, ...bytes.subarray(0, from)]);
  return drawGlyphs(bytes.subarray(from, to), behind);
}

function edge(name: string, number: number): TemplateResult {
  return html`<span class="edge" role="img" aria-label=${name} title=${name}>${number}</span>`;
}
