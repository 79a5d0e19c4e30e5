/** The words of the rows above a lane's attempts, which come after the first paint. */
import { capitalised, counted, grouped, inWords } from "../../trace/en/figures.ts";

export const attemptsTexts = {
  attempt: (number: number) => `attempt ${grouped(number)}`,
  noId: "no last id",
  unheard: "the server never heard of it",
  untold: "what the server heard isn’t known",
  announced: (after: string) => `Announced after ${after}`,
  unannounced: "Not announced",
  goesOn: "goes on",
  /** An `error` event with readyState 0: what went before it. */
  reestablished: {
    cut: "cut off; the client reconnects",
    ended: "ended; the client reconnects",
    unannounced: "never opened; the client tries again",
  },
  neverAgain: "ended; this browser never asks again",
  events: (count: number) => (count > 12 ? `${grouped(count)} events` : counted(count, "event")),
  missed: (ids: string) => `missed *${ids}*`,
  repeated: (ids: string) => `repeated *${ids}*`,
  replayed: (ids: string) => `replayed *${ids}*`,
  why: {
    missed: "The server wrote them, and they never arrived",
    repeated: "They had arrived before",
    replayed: "They had been lost, and the server wrote them again",
  },
  notes: {
    cure: "EventSource never asks again after this, even when the server is back. *Reconnect automatically* makes a new one after a wait, as applications do.",
    anew: "This EventSource never asks again. A new one takes its place; it sends no `Last-Event-ID`, so the id goes into its URL.",
    anewAfter204: (tries: number) =>
      `A page is not told that it was a \`204\`: a new one asks, ${inWords(tries)} times at the most.`,
    gaveUpToo: (tries: number) =>
      `${capitalised(inWords(tries))} new ones in a row did not open: nothing asks any more. *Connect* starts over.`,
    bareFetch:
      "fetch never asks again by itself. *Reconnect automatically* makes it, by the standard’s steps.",
    failed:
      "By the standard such an answer is final: fetch does not ask again. *Connect* starts over.",
    allTheSame:
      "By the standard that is final. But this status says that the server is away, so the client asks again after a wait.",
  },
};
