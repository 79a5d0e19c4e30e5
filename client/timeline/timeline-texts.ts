/** Holds the words that the timeline shows. */
import { counted, duration, grouped, milliseconds } from "../../trace/en/figures.ts";
import type { Passage } from "../../trace/run/matching.ts";

export const timelineTexts = {
  before: "previous",
  noneBefore: "Previous run: none yet",
  wrote: "server wrote",
  /** Says this of a stranger's server, whose other end is not known. */
  left: (watched: string) => `left ${watched}`,
  unseen: "not seen from here",
  got: (lane: string) => `${lane} got`,
  end: "END",
  cut: "CUT",
  head: { eventsource: "open", fetch: "head" },
  /** From the longest to the shortest: the first that has room is drawn. */
  headOf: (attempt: number, head: string) => [
    `attempt ${attempt} · ${head}`,
    `${attempt} · ${head}`,
    String(attempt),
  ],
  endOf: (attempt: number, end: string) => `attempt ${attempt} · ${end}`,
  seconds: (seconds: string) => `${seconds}\u00a0s`,
  gap: (ms: number) => [`reconnection time · ${duration(ms)}`, duration(ms)],
  waits: ["waits: reconnection time", "waits"],
  burst: (events: number, openToo: boolean) => `×${grouped(events)}${openToo ? " · open too" : ""}`,
  chunks: (events: number, chunks: number) =>
    chunks === 0
      ? `×${grouped(events)}`
      : `×${grouped(events)} in ${grouped(chunks)} ${chunks === 1 ? "chunk" : "chunks"}`,
  exact: (lane: string, { number, writtenAt, arrivedAt }: Passage) =>
    `event ${number}\nwritten ${milliseconds(writtenAt)}\n${lane} ${milliseconds(arrivedAt)}\nlag ${milliseconds(arrivedAt - writtenAt)}`,
  lost: (count: number) => (count === 1 ? "lost" : `${grouped(count)} lost`),
  exactLost: (number: number, writtenAt: number) =>
    `event ${number}\nwritten ${milliseconds(writtenAt)}\nlost: it never arrived`,
  together: (count: number, rail: "wrote" | "got", at: number, until: number) =>
    `${counted(count, "event")} ${rail === "wrote" ? "written" : "arrived"}\n${milliseconds(at)}${until - at < 1 ? "" : ` to ${milliseconds(until)}`}`,
  tools: "Look at the timeline",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  showAll: "Show all",
  save: "Save the timeline as an SVG picture",
  caption: (stream: string, verdict: string) => `${stream} · ${verdict}`,
  keys: "In the timeline",
  earlier: "Earlier",
  later: "Later",
  summary: (lanes: readonly string[]) => `Timeline. ${lanes.join(" ")}`,
  laneSummary: (lane: string, written: number, arrived: number, lost: number) =>
    `${lane}: ${counted(written, "event")} written, ${grouped(arrived)} arrived${lost === 0 ? "" : `, ${grouped(lost)} lost`}.`,
};
