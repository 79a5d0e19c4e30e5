/** Shows the bytes of a write or a chunk in hex beside text, and marks where the other side's pieces begin. */

import { css, html, LitElement, type TemplateResult } from "lit";
import { edgeName, otherOf } from "../../../trace/en/bytes.ts";
import type { BytesMeaning } from "../../../trace/log/bytes-meaning.ts";
import { base } from "../../styles/base.ts";
import { logTexts } from "../log-texts.ts";
import { type HexRow, hexRows, WIDTH } from "./hex-rows.ts";
import { Portions } from "./portions.ts";

/** All bytes may be a hundred megabytes: so many are shown at first, and with each press. */
const STEP = 1024;

export class HexDump extends LitElement {
  static override properties = { piece: { attribute: false } };
  static override styles = [
    base,
    css`
      ol { overflow-x: auto; }
      li { white-space: pre; }
      .offset,
      .text {
        color: var(--ink-2);
      }
      .edge {
        box-shadow: -2px 0 var(--accent);
        color: var(--accent);
      }
    `,
  ];
  declare piece: BytesMeaning;
  readonly #portions = new Portions(this, STEP);

  override render() {
    const { bytes, offset, of, across } = this.piece;
    const edges = new Map(
      (across?.edges ?? []).map(({ at, number }) => [at, edgeName(otherOf(of), number)]),
    );
    const rows = hexRows(bytes, offset, this.#portions.shown);
    return html`<ol aria-label=${logTexts.hex} tabindex="0">
        ${rows.map((row, index) => drawHexRow(row, index * WIDTH, edges))}
      </ol>
      ${this.#portions.button(bytes.length, logTexts.moreBytes)}`;
  }
}
customElements.define("sse-hex-dump", HexDump);

/** Names what begins at a byte, by its place in the piece. */
type Edges = ReadonlyMap<number, string>;

function drawHexRow({ offset, bytes, text }: HexRow, start: number, edges: Edges): TemplateResult {
  const missing = "   ".repeat(WIDTH - bytes.length);
  // In one piece, with its blanks: what is copied is the dump as it is known everywhere.
  return html`<li><span class="offset">${offset}</span>  ${bytes.map((byte, at) => drawByte(byte, edges.get(start + at)))}${missing} <span class="text">${text}</span></li>`;
}

function drawByte(byte: string, edge: string | undefined): TemplateResult {
  return edge === undefined
    ? html`${byte} `
    : html`<span class="edge" title=${edge}>${byte}</span> `;
}
