/** The bytes of a recorded stream, a line a row, with where its chunks begin and how far it is read. */
import { html, nothing, type TemplateResult } from "lit";
import type { Parsing } from "../../trace/parsing/parsing.ts";
import { countUntil } from "../../trace/run/search.ts";
import { drawGlyphs } from "../controls/glyphs.ts";
import { stepTexts } from "./step-texts.ts";

const LINES = 40; // on either side of the current line

/** So many pieces of one line stand apart, with so many bytes from the start and the end of each. */
const PIECES = 64;
const HEAD = 160;
const TAIL = 40;

/** A smaller piece has no name: it would hide the bytes. */
const NAMED = 6;

/** `step` told of the line; none where its end has not come. */
type Row = { start: number; end: number; step: number | undefined };

export function bytesList(parsing: Parsing, at: number): TemplateResult {
  const told = countUntil(parsing.lines, at, (step) => step);
  const first = Math.max(told - LINES, 0);
  const rows = parsing.lines.slice(first, told + LINES).map((step) => rowOf(parsing, step));
  const last = parsing.step(parsing.length);
  if (last?.did.kind === "chunk-end" && told + LINES >= parsing.lines.length) {
    rows.push({ ...last.did, step: undefined });
  }
  const isLine = parsing.step(at)?.did.kind !== "chunk-end";
  const current = isLine ? told - first - 1 : told - first;
  return html`<ol>
    ${rows.map((row, index) => drawRow(parsing, row, parsing.readBy(at), at > 0 && index === current))}
  </ol>`;
}

function rowOf(parsing: Parsing, step: number): Row {
  const { start, end } = parsing.step(step)?.did ?? { start: 0, end: 0 };
  return { start, end, step };
}

function drawRow(parsing: Parsing, row: Row, read: number, isCurrent: boolean): TemplateResult {
  const { start, end, step } = row;
  const kind = step === undefined ? undefined : parsing.step(step)?.did.kind;
  const look = isCurrent ? "current" : end <= read ? "read" : "to-come";
  return html`<li class=${look} aria-current=${isCurrent ? "step" : nothing}>
    <span class="mark">${isCurrent ? html`▶<span class="visually-hidden">${stepTexts.current}</span>` : look === "read" ? "✓" : ""}</span>
    <span class="offset">${start}</span>
    <span class="bytes ${kind ?? ""}">${pieces(parsing, start, end, read)}</span>
    <span class="outcome">${kind === "dispatch" ? stepTexts.dispatches : kind === "block-end" ? stepTexts.endsBlock : nothing}</span>
  </li>`;
}

/** The bytes are cut where a chunk begins and where the parser has read to. */
function pieces(parsing: Parsing, start: number, end: number, read: number): TemplateResult[] {
  const { body, stream } = parsing;
  const before = body.piecesBefore(start);
  const begins = body.pieces
    .slice(before, Math.min(body.piecesBefore(end), before + PIECES))
    .map((piece) => piece.start);
  const cuts = new Set([start, ...begins, ...(start < read && read < end ? [read] : [])]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.map((from, index) => {
    const to = places[index + 1] ?? end;
    const name = stepTexts.piece(stream.lane, before + begins.indexOf(from) + 1);
    const isNamed = to - from >= NAMED || end - start < NAMED;
    const edge = begins.includes(from)
      ? html`<span class="edge" title=${stepTexts.begins(name)}>${isNamed ? name : ""}</span>`
      : nothing;
    const isKept = start < read && read < end && to <= read;
    return html`${edge}<span class=${isKept ? "kept" : ""}>${shown(parsing, from, to)}</span>`;
  });
}

function shown({ body }: Parsing, from: number, to: number): TemplateResult[] {
  const left = to - from - HEAD - TAIL;
  if (left <= 0) return drawGlyphs(body.slice(from, to));
  return [
    ...drawGlyphs(body.slice(from, from + HEAD)),
    html`<i>${stepTexts.more(left)}</i>`,
    ...drawGlyphs(body.slice(to - TAIL, to)),
  ];
}
