/** Holds the words of Step; what each step of the parser says is in trace/en/parser-step.ts. */
import type { DispatchedEvent } from "../../protocol/event-stream/interpreter.ts";
import { bytes, grouped, milliseconds } from "../../trace/en/figures.ts";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import type { Move } from "../../trace/parsing/moves.ts";
import type { Change } from "../../trace/parsing/parser-change.ts";
import type { StreamName } from "../../trace/parsing/parsing.ts";
import type { LaneName } from "../../trace/run/records.ts";

const pieces: Readonly<Record<LaneName, string>> = { eventsource: "write", fetch: "chunk" };

export const stepTexts = {
  title: "Parser",
  stream: "Recorded stream",
  streamName: ({ lane, attempt }: StreamName) => `${laneTitles[lane]} · attempt ${attempt}`,
  streamOf: {
    eventsource:
      "EventSource shows no bytes to a page: these are the server's writes, by its own records.",
    fetch: "The bytes as fetch read them, chunk by chunk.",
  },
  piece: (lane: LaneName, number: number) => `${pieces[lane]} ${grouped(number)}`,
  nothing: "Nothing is recorded yet. Press Run, then step through what came, line by line.",
  moves: {
    start: () => "To the start",
    "previous-edge": (lane) => `Back to where a ${pieces[lane]} ended`,
    "previous-dispatch": () => "Back to the dispatch before",
    back: () => "Back",
    forward: () => "Forward",
    "next-dispatch": () => "To the next dispatch",
    "next-edge": (lane) => `To where the next ${pieces[lane]} ends`,
    end: () => "To the end",
  } satisfies Record<Move, (lane: LaneName) => string>,
  keys: "In the parser view",
  close: "Close the parser view",
  shows: {
    start: () => "❙◂",
    "previous-edge": (lane) => `◂ ${pieces[lane]}`,
    "previous-dispatch": () => "◂ dispatch",
    back: () => "◂ Back",
    forward: () => "Forward ▸",
    "next-dispatch": () => "dispatch ▸",
    "next-edge": (lane) => `${pieces[lane]} ▸`,
    end: () => "▸❙",
  } satisfies Record<Move, (lane: LaneName) => string>,
  steps: "Steps",
  slider: "Step",
  place: (step: number, steps: number) => `Step *${grouped(step)}* of ${grouped(steps)}`,
  read: (read: number, length: number) => `*${grouped(read)}* of ${bytes(length)} read`,
  growing: "still going on",
  full: "There is more than is kept here: the steps end before the stream does.",
  broken: "Some bytes were not recorded: the steps end where they are missing.",
  bytes: "Bytes",
  current: "now",
  dispatches: "⏎ dispatch",
  endsBlock: "⏎ no event",
  more: (count: number) => `… ${bytes(count)} more …`,
  begins: (piece: string) => `${piece} begins`,
  hex: "hex",
  field: "field",
  value: "value",
  noField: "none",
  holds: "What the parser holds",
  names: {
    dataBuffer: "data buffer",
    eventTypeBuffer: "event type buffer",
    lastEventIdBuffer: "last event ID buffer",
    lastEventId: "last event ID string",
    reconnectionTime: "reconnection time",
  },
  empty: "empty",
  ownTime: "the browser's own",
  milliseconds,
  changes: { appended: "appended", set: "set", emptied: "emptied" } satisfies Record<
    Change,
    string
  >,
  dispatched: (count: number) => `Dispatched: ${grouped(count)}`,
  noneDispatched: "No event yet: a blank line after data makes one.",
  earlier: (count: number) => `${grouped(count)} before these`,
  isNew: "new",
  event: ({ lastEventId }: DispatchedEvent) => (lastEventId === "" ? "no id" : `id ${lastEventId}`),
  startTitle: "Before the first byte",
  startSentence: "Nothing is read yet, and every buffer is empty.",
  startWithId: (id: string) =>
    `Nothing is read yet. The id “${id}” is still there from the connection before.`,
};
