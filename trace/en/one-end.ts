/** Says what one end alone can tell of a stream. Each is one whole sentence, or several. */
import type { Arrivals, OneEnd } from "../verdict/one-end.ts";
import { capitalised, counted, duration } from "./figures.ts";
import { refused } from "./refusal.ts";

export function oneEndHeadline(one: OneEnd): string {
  const isEmpty = one.word === "unclear" && one.arrivals.like === "nothing";
  return isEmpty ? "No event" : headlines[one.word];
}

const headlines: Record<OneEnd["word"], string> = {
  evenly: "Arrives evenly",
  "not-flushed": "Compressed there and not flushed",
  "one-burst": "One burst at the end",
  unclear: "Can’t tell",
  "no-stream": "No stream",
  "cut-off": "Cut off",
  "no-answer": "No answer",
};

export function oneEndMeasured(one: OneEnd): string {
  switch (one.word) {
    case "evenly":
      return `${came(one.arrivals)} Whether it is late can’t be told from here.`;
    case "not-flushed":
      return `${came(one.arrivals)} Asked again without \`Accept-Encoding\`, the same stream did not wait: ${lower(came(one.again))}`;
    case "one-burst":
    case "unclear":
      return came(one.arrivals);
    case "no-stream":
      // A status is the answer's own: nobody tells of any other server.
      return refused(one.refusal.kind === "status" ? { ...one.refusal, ours: true } : one.refusal);
    case "cut-off":
      return `${one.events === 0 ? "No event" : capitalised(counted(one.events, "event"))} came before it failed. ${one.message}`.trim();
    case "no-answer":
      return one.message === "" ? inVain(one) : one.message;
  }
}

function inVain({ waited, again }: OneEnd & { word: "no-answer" }): string {
  const second = again ? ", and none to a second request, without `Accept-Encoding`" : "";
  return `No response came within ${duration(waited)}${second}.`;
}

export function oneEndInferred(one: OneEnd): string {
  switch (one.word) {
    case "evenly":
      return one.coding === null
        ? ""
        : `It is compressed (\`${one.coding}\`), and let out piece by piece all the same.`;
    case "not-flushed":
      return one.coding === null
        ? "So a compressor keeps it, its head too, until it has enough or the stream ends."
        : `So whoever compresses it (\`${one.coding}\`) keeps it until there is enough, or the stream ends.`;
    case "one-burst":
      return `${noCompressor(one)}Whether the server wrote it so, or something on its way collected it, can’t be told from here.`;
    case "unclear":
      return `${unclear(one.arrivals, one.coding)}${deaf(one)}`;
    case "no-answer":
      return one.message === ""
        ? "A server that has nothing to say yet looks the same as something that collects, the head too, until it has enough."
        : "";
    case "cut-off":
    case "no-stream":
      return "";
  }
}

function noCompressor({ coding, again }: OneEnd & { word: "one-burst" }): string {
  if (coding === null) return "It is not compressed, so no compressor holds it. ";
  if (again === null)
    return `It is compressed (\`${coding}\`); a compressor that does not flush makes a burst, too. `;
  return again.like === "burst-at-end"
    ? `It is compressed (\`${coding}\`), and asked again without \`Accept-Encoding\` it came in one burst as well: the compressor is not what holds it. `
    : `It is compressed (\`${coding}\`); asked again without \`Accept-Encoding\`, it did not show whether that holds it. `;
}

function deaf({ arrivals, listensFor }: OneEnd & { word: "unclear" }): string {
  if (listensFor === null || arrivals.like !== "nothing" || !arrivals.head) return "";
  const types = ["message", ...listensFor].map((type) => `\`${type}\``).join(", ");
  return ` An EventSource hears only the types that somebody listens for, here ${types}: fetch shows all that comes.`;
}

function unclear(arrivals: Arrivals, coding: string | null): string {
  switch (arrivals.like) {
    case "nothing":
      return arrivals.head
        ? "Whether the server has written none yet, or something keeps them, can’t be told from here."
        : "";
    case "untimed":
      return "A capture tells when the response began and ended, and only Chrome’s when each event came.";
    case "few":
      return "It takes two events, some time apart, to see how they come.";
    case "together":
      return "Whether they were written together can’t be told from here.";
    case "in-pieces":
      return coding === null
        ? "The server may write it so; something that collects bytes until it has enough makes such pieces, too."
        : `The server may write it so; a compressor (\`${coding}\`) that does not flush makes such pieces, too.`;
    default:
      return "";
  }
}

function came(arrivals: Arrivals): string {
  if (arrivals.like === "nothing") {
    const { head, waited } = arrivals;
    return head
      ? `The response head came, and no event within ${duration(waited)}.`
      : `Nothing came within ${duration(waited)}, not even a response head.`;
  }
  const all = capitalised(counted(arrivals.events, "event"));
  switch (arrivals.like) {
    case "live":
      return `${all} arrived one by one, over ${duration(arrivals.arrivedOver)}.`;
    case "in-pieces":
      return `${all} arrived in ${counted(arrivals.pieces, "piece")}, over ${duration(arrivals.arrivedOver)}.`;
    case "burst-at-end":
      return `${all} arrived together at ${duration(arrivals.arrivedAt)}, when the response ended.`;
    case "together":
      return `${all} arrived together.`;
    case "untimed":
      return `${all} came${arrivals.over === 0 ? "" : ` within ${duration(arrivals.over)} of the response head`}; when each did is not in the capture.`;
    case "few":
      return arrivals.events === 1 ? "One event arrived." : `${all} arrived.`;
  }
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
