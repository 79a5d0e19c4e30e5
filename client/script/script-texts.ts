/** Holds the words that the script panel shows. */
import { counted } from "../../trace/en/figures.ts";

export const scriptTexts = {
  title: "Stream script",
  part: "the script",
  chat: "Chat model",
  editor: "Stream script, editor",
  keys: [
    { key: "Mod-Enter", name: "Run what is written" },
    { key: "F1", name: "What a script can say" },
    { key: "F8", name: "Next problem" },
    { key: "Escape", name: "Leave the editor" },
  ],
  sheet: {
    title: "What a script can say",
    why: "All directives, fields and placeholders, a line each",
    button: "@ …",
    key: "What a script can say: every @ line",
    parts: { directives: "Directives", fields: "Fields", placeholders: "Placeholders" },
  },
  file: (name: string) => `${name}.sse`,
  edited: "edited",
  reset: "Reset",
  resetHint: "Back to the text as it is shipped",
  dispatches: "⏎ dispatch",
  endsBlock: "⏎ ends the block; no data, no event",
  problems: "Problems of the script",
  severity: { error: "error", warning: "warning" },
  place: (line: number, column: number) => `line ${line}, column ${column}`,
  fix: (text: string) => (text.trim() === "" ? "Put it right" : `Write ${text.trim()}`),
  morePlaces: (problems: number) => `and ${counted(problems, "more problem")} further down`,
  noEditor: "The editor could not be loaded. Load the page again to edit the script.",
  remark: "A remark; never sent.",
  fields: {
    data: "What the event carries; several lines are joined by line feeds.",
    event: "The event's type; without it the type is message.",
    id: "The last event ID: a client that reconnects says where to go on.",
    retry: "The reconnection time, in ms.",
    comment: "A comment; every client ignores it.",
  },
  placeholders: {
    n: "The count of the innermost repeat, from 1.",
    now: "The server's time, in ms since 1970.",
    attempt: "Which of its requests the client is on, from 1.",
    "last-event-id": "The Last-Event-ID that the client sent.",
    uuid: "A random id, another one each time.",
  },
  paste: {
    title: "Paste as stream",
    why: "Makes a script of what curl -N printed",
    short: "Paste",
    label: "What `curl -N` printed",
    pick: "Or pick a file …",
    asDirectives: (lines: readonly string[]) =>
      `Its response head becomes ${lines.map((line) => `\`${line}\``).join(", ")}`,
    leftOut: "Its response head says nothing that a script has to say.",
    kept: "Its line ends are kept as they are: CR or CR LF.",
    lost: "Some lines ended with CR. This box has turned that into LF: paste it again, or pick the file, to keep it.",
    tooBig: "The file is too big: a script has 64 KiB at the most.",
    notText:
      "Some bytes of the file are no UTF-8 and stand there as `\u{fffd}`. Write them as `@bytes`.",
    explain:
      "It becomes a script that sends the same bytes, all at once; put `@wait 500ms` where it is to pause.",
    take: "Make it the script",
    cancel: "Cancel",
  },
};
