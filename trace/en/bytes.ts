/** Says what is said of bytes: of a write or a chunk, and of a glyph that stands for a byte. */
import type { Across, BytesMeaning } from "../log/bytes-meaning.ts";
import type { Unseen } from "../log/glyphs.ts";
import { hex } from "../log/hex.ts";
import { grouped } from "./figures.ts";

const NAMED_EDGES = 4; // named in a sentence; the glyphs show all of them

export function bytesSentence(row: BytesMeaning): string {
  return [place(row), otherSide(row), insideCharacter(row)].filter((part) => part !== "").join(" ");
}

/** `write` → "write 3", `chunk` → "chunk 1". */
export function pieceName(of: BytesMeaning["of"], number: number): string {
  return `${of} ${grouped(number)}`;
}

export function edgeName(of: BytesMeaning["of"], number: number): string {
  return `${pieceName(of, number)} begins here`;
}

export function otherOf(of: BytesMeaning["of"]): BytesMeaning["of"] {
  return of === "write" ? "chunk" : "write";
}

function place({ offset, bytes }: BytesMeaning): string {
  const last = offset + bytes.length - 1;
  return bytes.length === 1
    ? `Byte ${grouped(last)}.`
    : `Bytes ${grouped(offset)} to ${grouped(last)}.`;
}

function otherSide({ of, across, offset }: BytesMeaning): string {
  if (across === null) return "";
  const { first, count, isExact } = across;
  const from = pieceName(otherOf(of), first);
  const others = `${otherOf(of)}s ${grouped(first)} to ${grouped(first + count - 1)}`;
  if (of === "write") {
    if (count === 0) return "No chunk has brought it.";
    if (count > 1) return `It came in ${others}${edges(across, offset)}`;
    return isExact ? `It came as ${from}.` : `It came in ${from}, with other bytes.`;
  }
  if (count === 0) return "Which write it was is not known.";
  if (count > 1)
    return `${isExact ? "It holds" : "It holds bytes of"} ${others}${edges(across, offset)}`;
  return isExact ? `It is ${from}, as it left the server.` : `It is a piece of ${from}.`;
}

function edges({ edges }: Across, offset: number): string {
  const named = edges.slice(0, NAMED_EDGES).map(({ at }) => grouped(offset + at));
  const more = edges.length > NAMED_EDGES ? ", …" : "";
  return `: an edge lies before byte ${named.join(", ")}${more}.`;
}

function insideCharacter({ beginsInside, endsInside }: BytesMeaning): string {
  if (beginsInside && endsInside) return "It begins and ends inside a character.";
  if (beginsInside) return "It begins inside a character.";
  return endsInside ? "It ends inside a character." : "";
}

/** Returns what stands in a glyph that is not text, and its name. */
export function glyphName(glyph: Unseen): { short: string; name: string } {
  const bytes = hex(glyph.bytes).toUpperCase();
  switch (glyph.kind) {
    case "line-feed":
      return { short: "LF", name: "line feed" };
    case "carriage-return":
      return { short: "CR", name: "carriage return" };
    case "tab":
      return { short: "TAB", name: "tab" };
    case "nul":
      return { short: "NUL", name: "NUL" };
    case "byte-order-mark":
      return { short: "BOM", name: `byte order mark, ${bytes}` };
    case "trailing-space":
      return { short: "␣", name: "space at the end of the line" };
    case "hidden": {
      const point = `U+${glyph.codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
      return { short: point, name: `a character that does not show, ${point}` };
    }
    case "invalid":
      return { short: bytes, name: `no UTF-8: ${bytes} is read as U+FFFD` };
    case "begun":
      return { short: bytes, name: `${bytes}: a character begins, and the edge cuts it` };
    case "rest":
      return { short: bytes, name: `${bytes}: of a character that began before the edge` };
  }
}
