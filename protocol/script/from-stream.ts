/**
 * "Paste as stream": what `curl -N` printed → a stream script that plays it byte for byte.
 *
 *     @home: {{a}}                       @@home: {{{{a}}
 *     (blank line, no block is open)     @bytes 0A
 *     a line that CRLF ends              @eol crlf, once, before it
 */

/** Gives each line end the name that `@eol` has for it, and its bytes. */
const LINE_ENDS: ReadonlyMap<string, { name: string; bytes: string }> = new Map([
  ["\n", { name: "lf", bytes: "0A" }],
  ["\r\n", { name: "crlf", bytes: "0D 0A" }],
  ["\r", { name: "cr", bytes: "0D" }],
]);

/** A script without errors (but for its size) whose first attempt sends exactly `text`. */
export function scriptFromStream(text: string): string {
  let script = "";
  let eol = "lf";
  let blockIsOpen = false;
  for (const [, line = "", end = ""] of text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    const lineEnd = LINE_ENDS.get(end);
    if (lineEnd === undefined) return script + escaped(line);
    if (line === "" && !blockIsOpen) {
      script += `@bytes ${lineEnd.bytes}\n`;
      continue;
    }
    if (lineEnd.name !== eol) script += `@eol ${lineEnd.name}\n`;
    eol = lineEnd.name;
    script += `${escaped(line)}\n`;
    blockIsOpen = line !== "";
  }
  return script;
}

function escaped(line: string): string {
  return line.replace(/^@/, "@@").replaceAll("{{", "{{{{");
}
