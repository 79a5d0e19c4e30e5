/** Text from anywhere as Markdown that means just that text: a stream can neither break a table nor bring in HTML. */

/** What Markdown, HTML or a bug tracker could take for more than it is. */
const SPECIAL = /[&<>|\\`*_[\](){}!#~@$^"'=]/g;
const CONTROL = /\p{Cc}/gu;
/** Characters that nobody sees, and those that turn the direction of what follows them. */
const UNSEEN = /[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** As text of one line, for a cell or a sentence; control characters become their pictures. */
export function inline(text: string): string {
  return text
    .replace(CONTROL, picture)
    .replace(UNSEEN, codePoint)
    .replace(SPECIAL, (character) => `&#${character.charCodeAt(0)};`);
}

/** As a block of code: it ends where nothing in the text can end it. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text.replace(/\r\n?/g, "\n").replace(/\n$/, "")}\n${fence}`;
}

/** A table; its cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function picture(control: string): string {
  const code = control.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : codePoint(control);
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
