/** Holds the words that the protocol log shows. */
import { counted, grouped } from "../../trace/en/figures.ts";
import { copyByHand } from "../controls/by-hand.ts";

const more = (what: string) => (next: number, rest: number) =>
  `Show ${next < rest ? `${grouped(next)} of ` : ""}${grouped(rest)} ${what}`;

export const logTexts = {
  title: "Protocol log",
  part: "the log",
  depth: "Depth",
  lanes: "Lanes",
  step: "Step",
  stepWhy: "Step through what the parser did, from the selected row on",
  rows: (count: number) => `${grouped(count)} ${count === 1 ? "row" : "rows"}`,
  columns: {
    at: "time, ms",
    whose: "who",
    lane: "lane",
    what: "what",
    content: "content",
    says: "what it means",
  },
  shortLane: { eventsource: "ES", fetch: "fetch" },
  waiting: (button: string) =>
    `Press ${button}: what each side asked, wrote and saw stands here in rows, on one clock, and each row says what it means.`,
  noRows: "No row of these lanes yet.",
  notKept: (records: number) => `${counted(records, "record")} not kept`,
  notKeptWhy:
    "There are more writes, chunks and events than this page keeps: the rest is only counted.",
  rowsOf: (shown: number, all: number) =>
    `${grouped(shown)} of ${grouped(all)} ${all === 1 ? "row" : "rows"}`,
  laneWhy: (lane: string) => `Shows or hides the rows of ${lane}`,
  jumps:
    "Among the rows: J and K jump to the next and the previous event, R to the next reconnect, W to where something went wrong; with Shift back again.",
  pause: { name: "Pause", why: "Lets new rows wait; none is lost" },
  resume: (waiting: number) => (waiting === 0 ? "Resume" : `Resume: ${grouped(waiting)} new`),
  clear: { name: "Clear", why: "Hides the rows up to now; the run keeps them" },
  unclear: "Show all again",
  clearedAll: "Cleared. What comes from now on stands here.",
  copy: {
    name: "Copy",
    why: "Copies the rows that are shown, as text in columns",
    byHand: (keys: boolean) =>
      `There is no clipboard here. ${copyByHand("The rows are selected", keys)}`,
  },
  filter: {
    title: "Filter",
    why: "Chooses rows by text, side, kind and type",
    search: "Text or regular expression",
    searchHint: "text, or /regular expression/",
    side: "Side",
    kind: "Kind",
    type: "Event type",
    anySide: "both sides",
    anyKind: "every kind",
    anyType: "every type",
    clear: "Clear the filter",
    none: "No row passes the filter.",
    broken: (why: string) => `This is no regular expression, so nothing is filtered. ${why}`,
  },
  keyNames: {
    filter: "Filter the log",
    depth: "Next depth of the log",
    eventsource: "Show or hide the rows of EventSource",
    fetch: "Show or hide the rows of fetch",
    pause: "Pause the log, or resume",
    clear: "Clear the log, or show all again",
    copy: "Copy the rows that are shown",
  },
  follow: "Follow the end",
  open: "Show the lines on the wire",
  openBytes: "Show the bytes in hex",
  openStep: "Show the standard’s step",
  openMore: "Show these rows",
  moreLines: more("more lines"),
  moreText: (next: number, rest: number) =>
    next === rest
      ? `Show all: ${grouped(rest)} more characters`
      : `Show ${grouped(next)} of ${grouped(rest)} more characters`,
  json: {
    label: (event: number) =>
      event === 0 ? "The data as a tree" : `The data of event ${event} as a tree`,
    size: (entries: number, isArray: boolean) =>
      isArray ? `[ ${counted(entries, "item")} ]` : `{ ${counted(entries, "member")} }`,
    more: more("more"),
    broken: (why: string) => `It begins like JSON and is none. ${why}`,
  },
  fromTap:
    "EventSource shows no lines to a page: these are what the server wrote, by its own records.",
  hex: "Bytes in hex",
  moreBytes: more("bytes more"),
  noLines: "What the server wrote for it is not known, or not yet.",
};

export const rowKeys = {
  where: "Among the rows of the log",
  keys: [
    { key: "ArrowUp", name: "Previous row" },
    { key: "ArrowDown", name: "Next row" },
    { key: "PageUp", name: "Rows further up" },
    { key: "PageDown", name: "Rows further down" },
    { key: "Home", name: "First row" },
    { key: "End", name: "Last row" },
    { key: "J", name: "Next event" },
    { key: "K", name: "Previous event" },
    { key: "R", name: "Next reconnect" },
    { key: "Shift R", name: "Previous reconnect" },
    { key: "W", name: "Next place where something went wrong" },
    { key: "Shift W", name: "Previous place where something went wrong" },
    { key: "Enter", name: "What is behind the row, as a click shows it" },
    { key: "B", name: "Step through what the parser did, from this row on" },
    { key: "Ctrl C", name: "Copy the row" },
  ],
};
