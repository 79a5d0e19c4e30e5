/** Holds the words that the menu Share shows. */
import { copyByHand } from "../controls/by-hand.ts";

export const shareTexts = {
  title: "Share",
  link: {
    title: "Link",
    explain:
      "Script, switches and view as they are set up now. Opening it plays nothing by itself.",
    copy: "Copy link",
  },
  export: {
    title: "Export this run",
    report: "Report, Markdown",
    page: "One HTML file",
    trace: "Trace, JSON",
    script: "Script, .sse",
    raw: (side: "wrote" | "read", lane: string) =>
      side === "wrote" ? `Bytes written to ${lane}` : `Bytes that ${lane} read`,
  },
  nothing: "Nothing has run yet: press Run, and the run can be exported and copied here.",
  copyAs: {
    title: "Copy as",
    explain: "With this run’s values. The clients go into the console of this page.",
    curl: "curl",
    which: "Which request as curl",
    request: (lane: string, attempt: number, lastEventId: string) =>
      `${lane}, attempt ${attempt}${lastEventId === "" ? "" : `, Last-Event-ID: ${lastEventId}`}`,
    eventsource: "EventSource",
    fetch: "fetch reader",
    server: "Node server",
  },
  open: {
    title: "Open a trace",
    explain:
      "A file that was exported as JSON, a probe’s, or a capture of your browser’s tools (HAR); you can also drop it anywhere onto the page.",
    pick: "Open a trace …",
  },
  capture: {
    title: "Which stream?",
    which: (shown: number, all: number) =>
      `The capture has ${all} event streams${shown < all ? `, of which the first ${shown} are here` : ""}. Pick one:`,
    stream: (method: string, url: string, status: number, beganAt: number) =>
      `${method} ${url} · ${status} · ${new Date(beganAt).toLocaleTimeString()}`,
  },
  done: "Copied.",
  selected: (keys: boolean) => `There is no clipboard here. ${copyByHand("It is selected", keys)}`,
  copied: "What to copy",
  failed: "That failed. Does `npm start` still run?",
};

export const linkTexts = {
  damaged:
    "The link is damaged, or only a part of it: the page opened as on a first visit. Ask for the link again.",
  wrong: (word: string, choices: string) =>
    `The link is damaged: \`${word}\` must be one of ${choices}. The page opened as on a first visit.`,
  tooLong: "The script is too long for a link. Export it as a file instead.",
};
