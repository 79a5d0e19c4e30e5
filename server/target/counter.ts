/**
 * Counts what has come whole of a stream: events, or lines that are not blank where it has none. Whatever passes is
 * counted while it passes, so nothing is decoded and nothing kept: an event is a blank line behind a `data` line.
 */

export interface Counter {
  readonly count: number;
  push(bytes: Uint8Array): void;
}

const LF = 0x0a;
const CR = 0x0d;
const COLON = 0x3a;
const BOM = "\u00ef\u00bb\u00bf"; // its bytes, a character each
/** So much of a line tells whether it is a `data` line, behind a byte order mark too. */
const TELLS = BOM.length + "data:".length;

export function eventCounter(): Counter {
  let count = 0;
  let hasData = false;
  /** How the line begins that has not ended yet, and whether the last line ended with a CR. */
  let begun = "";
  let wasCr = false;
  let isFirst = true;

  /** The first line of all, or one that began in a piece before. */
  function endLine(line: string): void {
    const said = isFirst && line.startsWith(BOM) ? line.slice(BOM.length) : line;
    if (said === "" && hasData) count++;
    hasData = said !== "" && (hasData || said === "data" || said.startsWith("data:"));
    begun = "";
    isFirst = false;
  }

  return {
    get count() {
      return count;
    },
    push(pushed) {
      const { buffer, byteOffset, length } = pushed;
      const bytes = Buffer.isBuffer(pushed) ? pushed : Buffer.from(buffer, byteOffset, length);
      let from = wasCr && bytes[0] === LF ? 1 : 0;
      if (length > 0) wasCr = false;
      let cr = bytes.indexOf(CR);
      for (;;) {
        // A search costs as much as a short line, and in most streams every second line is blank.
        const lf = bytes[from] === LF ? from : bytes.indexOf(LF, from);
        if (cr !== -1 && cr < from) cr = bytes.indexOf(CR, from);
        const isCr = cr !== -1 && (lf === -1 || cr < lf);
        const end = isCr ? cr : lf;
        if (end === -1) break;
        if (begun !== "" || isFirst) {
          endLine(begun + beginning(bytes, from, end));
        } else if (end === from) {
          if (hasData) count++;
          hasData = false;
        } else if (!hasData) hasData = isData(bytes, from, end);
        from = end + 1;
        if (!isCr) continue;
        if (bytes[from] === LF) from++;
        else wasCr = from === length;
      }
      if (begun.length < TELLS) begun += beginning(bytes, from, length);
    },
  };
}

/** So much of a line that it tells, a character a byte. */
function beginning(bytes: Buffer, from: number, end: number): string {
  return bytes.toString("latin1", from, Math.min(end, from + TELLS));
}

/** Whether that line is a `data` line: byte by byte, since a string of each would cost more than all else. */
function isData(bytes: Uint8Array, from: number, end: number): boolean {
  const [d, a, t] = [0x64, 0x61, 0x74];
  return (
    bytes[from] === d &&
    bytes[from + 1] === a &&
    bytes[from + 2] === t &&
    bytes[from + 3] === a &&
    (end === from + 4 || bytes[from + 4] === COLON)
  );
}

export function lineCounter(): Counter {
  let count = 0;
  let isBlank = true;
  return {
    get count() {
      return count;
    },
    push(bytes) {
      for (const byte of bytes) {
        if (byte === LF && !isBlank) count++;
        if (byte === LF) isBlank = true;
        else if (byte > 0x20) isBlank = false;
      }
    },
  };
}
