/** Holds the words of a lane that the first picture shows. */
import { grouped } from "../../trace/en/figures.ts";

export const laneTexts = {
  connect: "Connect",
  disconnect: "Disconnect",
  connectWhy: "Connects this lane alone, as a run of its own",
  disconnectWhy: "Closes this lane; the other one goes on",
  code: "Code",
  codeWhy: "The code that this lane runs, and more",
  codeKey: "Its code, and more",
  comesBack: "Reconnect automatically",
  comesBackKey: "Reconnect automatically, or not",
  comesBackWhy: {
    eventsource:
      "EventSource reconnects by itself, until it gives up for good. With this a new one takes its place after a wait, as applications do it",
    fetch:
      "Asks again after each end, as the standard has an EventSource do, and where a proxy says that the server is away. Off, because a bare fetch does not: whoever repeats a POST may make the server do its work twice",
  },
  twoSteps: "left with the server first, then asked for by its name: an EventSource sends no body",
  type: "type",
  id: "id",
  data: "data",
  lag: "lag",
  open: "open",
  head: "head",
  firstEvent: "first event",
  attempt: "attempt",
  chunks: "chunks",
  chunksOf: (chunks: string, size: string) => `${chunks} · ${size}`,
  reconnectionTime: "reconnection time",
  lastId: "last id",
  none: "none",
  notYet: "not yet",
  events: "Events",
  newest: (shown: number, all: number) =>
    `The newest ${grouped(shown)} of ${grouped(all)} events; all are counted.`,
  waiting: (button: string) =>
    `Press ${button}: events appear here as they arrive, each with its lag.`,
};
