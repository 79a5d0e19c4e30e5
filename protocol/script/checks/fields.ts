/**
 * Lines that are legal and surely not meant, by the rule that the log has too:
 *
 *     Data: x        event: success        retry: 5s
 *     ^^^^ data                    ^ out          ^^ 5000
 */
import { type LineSuspicion, suspicionOfLine } from "../../event-stream/suspicion.ts";
import { Teller } from "../../event-stream/teller.ts";
import type { WireLine } from "../../event-stream/wire-line.ts";
import type { Report } from "../problem.ts";
import type { Section, WireStep } from "../script.ts";
import { type SourceLine, spanOf } from "../source-line.ts";
import { everyStep } from "../walk.ts";

/** Warns of each, with what to write instead; not where the script says that it sends another type. */
export function checkFields(
  sections: readonly Section[],
  lines: readonly SourceLine[],
  warn: Report,
): void {
  const steps = sections.flatMap(({ steps }) => [...everyStep(steps)]).map(({ step }) => step);
  const isStream = steps.every(
    (step) =>
      step.kind !== "header" ||
      step.name.toLowerCase() !== "content-type" ||
      /^text\/event-stream/i.test(String(step.value[0])),
  );
  if (!isStream) return;
  let told: WireLine | undefined;
  const teller = new Teller({ line: (line) => (told = line) }, "");
  for (const step of steps) {
    const line = step.kind === "wire" ? lines[step.line - 1] : undefined;
    if (step.kind !== "wire" || line === undefined || !isForeseen(step)) continue;
    const from = line.text.startsWith("@@") ? 1 : 0;
    const first = line.number === 1 && line.text.startsWith("\u{feff}") ? 1 : 0; // is skipped
    const text = line.text.slice(from + first);
    if (text === "") continue;
    teller.line(text, 0, text.length);
    const suspicion = told && suspicionOfLine(told, text.includes(":"));
    teller.discard();
    if (suspicion) warnOf(suspicion, text, line, from + first, warn);
  }
}

/** Tells whether the text alone tells what will be sent: in an id or a type, all but what a placeholder becomes. */
function isForeseen({ template, field }: WireStep): boolean {
  const isText = template.every((piece) => typeof piece === "string");
  return isText || field === "id" || field === "event";
}

function warnOf(
  suspicion: LineSuspicion,
  text: string,
  line: SourceLine,
  from: number,
  warn: Report,
): void {
  const colon = text.includes(":") ? text.indexOf(":") : text.length;
  const name = text.slice(0, colon);
  const value = colon + (text[colon + 1] === " " ? 2 : 1);
  const say = (start: number, end: number, message: string, fix: string | null) =>
    warn(suspicion.kind, spanOf(line, from + start + 1, from + end + 1), message, fix);

  switch (suspicion.kind) {
    case "misspelt": {
      const { meant, slip } = suspicion;
      const why = {
        case: "capitals are other letters",
        space: "a space is part of a field's name",
      };
      const what = slip === "letters" ? `there is no field \`${name.trim()}\`` : why[slip];
      say(0, colon, `${what}, so this line does nothing; write \`${meant}\``, meant);
      return;
    }
    case "no-field": {
      const what = "this line is no field, so it does nothing";
      say(0, 0, `${what}; write \`data: \` before it, or \`: \` to make it a comment`, "data: ");
      return;
    }
    case "second-byte-order-mark":
      say(0, 1, "this byte order mark becomes a part of the field's name; leave it out", "");
      return;
    case "two-in-one-line": {
      const at = text.search(new RegExp(`\\s${suspicion.field}: `));
      const what = "a value goes on to the end of its line";
      say(at, at + 1, `${what}; write \`${suspicion.field}\` on a line of its own`, "\n");
      return;
    }
    case "retry-not-digits": {
      const { meant } = suspicion;
      const what = "`retry` takes a number of ms, digits and nothing else, so this one is ignored";
      const instead = `retry: ${meant ?? 1000}`;
      const fix = meant === null ? null : instead;
      say(0, text.length, `${what}; write \`${instead}\``, fix);
      return;
    }
    case "id-with-nul":
      say(
        value,
        text.length,
        "an id with a NUL in it sets nothing; leave the NUL out",
        text.slice(value).replaceAll("\0", ""),
      );
      return;
    case "type-with-blanks":
      say(
        value,
        text.length,
        `the blanks belong to the type, and whoever listens without them hears nothing; write \`${suspicion.meant}\``,
        suspicion.meant,
      );
      return;
    case "id-with-blanks":
      say(
        value,
        text.length,
        `the blanks belong to the id, but HTTP drops them on the way back, so the server would not know it; write \`${suspicion.meant}\``,
        suspicion.meant,
      );
      return;
    case "no-blank-line":
      return; // whether a block is ended is told of the block
  }
}
