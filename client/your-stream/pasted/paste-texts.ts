/** What is said of a paste that cannot be read: what, where, and what to write instead. */

/** Both count from 1. */
export type Place = { line: number; column: number };

/** `message` is a sentence for whoever pasted it. */
export class PasteError extends Error {
  override readonly name = "PasteError";
}

const at = ({ line, column }: Place) => `line ${line}, column ${column}`;

export const pasteTexts = {
  neither:
    "This is neither a URL nor a request. In your browser’s tools, at the request, choose “Copy as cURL” or “Copy as fetch”.",
  powerShell:
    "This is PowerShell, which is not read here; choose “Copy as cURL” or “Copy as fetch” instead.",
  open: (quote: string, place: Place) =>
    `The quote ${quote} at ${at(place)} is never closed; copy the whole command.`,
  operator: (text: string, place: Place) =>
    `\`${text}\` at ${at(place)} ends the command, and one request is read here; quote it if it belongs to a word, or leave the rest out.`,
  secondLine: (_what: string, place: Place) =>
    `A second command begins at ${at(place)}, and one request is read here; end the line before it with \`\\\` if it goes on.`,
  expansion: (text: string, place: Place) =>
    `\`${text}\` at ${at(place)} stands for something that only your shell knows; write what it stands for.`,
  noCurl: (word: string) => `The command is \`${word}\`; paste one that begins with \`curl\`.`,
  noUrl: "There is no URL in this command; write one behind `curl`.",
  twoUrls: (url: string) => `There is a second URL, \`${url}\`; leave one of them out.`,
  noValue: (option: string) =>
    `\`${option}\` is the last word and takes a value; copy the whole command.`,
  unknown: (option: string) =>
    `\`${option}\` is an option of curl that is not read here; leave it out, or write as a header what it does.`,
  form: (option: string) =>
    `\`${option}\` sends a form with parts, which is not read here; write its body with \`--data-raw\`, and its \`Content-Type\` with \`-H\`.`,
  file: (value: string) =>
    `\`${value}\` names a file, which no page can read; write what is in it with \`--data-raw\`.`,
  header: (text: string) => `\`-H ${text}\` is no header; write \`-H 'Name: value'\`.`,
  notPlain: (text: string, place: Place) =>
    `\`${text}\` at ${at(place)} is no plain value, and code is never run here; write the value itself, as “Copy as fetch” does.`,
  noString: 'The URL is no string; write `fetch("http://localhost:8080/events")`.',
  noCall: "This call of `fetch` has no end; copy it whole, up to `)`.",
};
