/** Says what was probably meant. */
import type { StreamSuspicion } from "../log/stream-suspicion.ts";
import type { Suspicion } from "../log/suspicion.ts";

export function suspicionSentence(suspicion: Suspicion): string {
  switch (suspicion.kind) {
    case "misspelt":
      return `Meant \`${suspicion.meant}\`?${slips[suspicion.slip]}`;
    case "no-field":
      return "Did the server forget `data: `?";
    case "second-byte-order-mark":
      return "A byte order mark too many: it became part of the field’s name.";
    case "two-in-one-line":
      return `Meant a line of its own for \`${suspicion.field}\`? A value goes on to the end of its line.`;
    case "retry-not-digits":
      return suspicion.meant === null
        ? "Meant a number of ms? `retry` takes digits and nothing else."
        : `Meant \`retry: ${suspicion.meant}\`? It takes ms: digits and nothing else.`;
    case "id-with-nul":
      return "An id with a NUL in it sets nothing.";
    case "type-with-blanks":
      return `Meant \`${suspicion.meant}\`? The blanks belong to the type: whoever listens without them hears nothing.`;
    case "id-with-blanks":
      return `Meant \`${suspicion.meant}\`? HTTP drops blanks around a header’s value, so \`Last-Event-ID\` comes back without them.`;
    case "type-without-data":
      return `Forgot \`data\`? Without it the type \`${suspicion.type}\` is gone with its block.`;
    case "no-blank-line":
      return "Forgot the last blank line? Without it the block is thrown away.";
  }
}

const slips = {
  case: " Capitals are other letters.",
  space: " A space is part of a field’s name.",
  letters: "",
};

export function streamSuspicionSentence(suspicion: StreamSuspicion): string {
  switch (suspicion) {
    case "json":
      return "*This is a JSON text, no event stream.* No line of it is a field: did the server mean to send it behind `data: `?";
    case "html":
      return "*This is an HTML page, no event stream.* Most likely somebody on the way answers with an error page.";
    case "no-field":
      return "*No line of this stream is a field,* so no event can come of it. Did the server forget `data: `?";
  }
}
