/** Holds the words that "Your stream" shows. */
import { counted, duration } from "../../trace/en/figures.ts";
import type { Meant, Passing } from "../../trace/run/passing.ts";

export const yourStreamTexts = {
  title: "Your stream",
  watching: (target: string) => `what passes the target proxy on its way to \`${target}\``,
  aims: (target: string) => `the target is \`${target}\``,
  list: "What passes",
  columns: ["method", "path", "what", "state", "events", "last"],
  state: {
    waiting: "no answer yet",
    open: "open",
    ended: "ended",
    cut: "cut by the server",
    left: "client left",
    down: "server down",
    unfit: "no answer to pass on",
  } satisfies Record<Passing["state"], string>,
  meant: {
    "event-stream": "event stream",
    ndjson: "NDJSON",
    "data-lines": "`data:` lines, another type",
    json: "streamed JSON",
    asked: "no event stream",
  } satisfies Record<Meant, string>,
  redirect: (to: string) => `leads past the proxy, to ${to}`,
  status: (status: number) => `, ${status}`,
  coding: (coding: string) => `, ${coding}`,
  attempts: (count: number) => `, attempt ${count}`,
  attemptsWhy:
    "Counted as one stream: the same URL, asked for by an EventSource (by its Accept) of the same User-Agent, Origin, Referer and Host, within 30 s of the end before. Two tabs of one page can’t be told apart by that.",
  since: (ms: number) => `${duration(ms)} ago`,
  dropped: (count: number) =>
    `${counted(count, "stream")} that passed before ${count === 1 ? "is" : "are"} listed no more.`,
  /** How to begin, in three lines. */
  begin: [
    "Start the playground before your server: `npm start -- --target http://localhost:8080`",
    "Point your dev server’s or nginx’s proxy at `http://localhost:3334` in its place: your application works as before.",
    "Open your application: each stream that passes stands here, with the times at which it left your server.",
  ],
  nothing: (target: string, port: number) =>
    `Nothing has passed yet. Point your dev server’s or nginx’s proxy at \`http://localhost:${port}\` in the place of \`${target}\`, and open your application.`,
  again: {
    ask: "Ask again without Accept-Encoding",
    why: "The playground’s own server asks your target for the same once more: a compressor is known by that.",
    going: "It is asked for once more …",
    notAsked: (why: string) => `It was not asked for: ${why}`,
  },
  isServer: (address: string) => `Nothing stands before my server at ${address}`,
  pick: "Watch or ask",
  ways: { watch: "Watch", ask: "Ask" },
  onlyDirect:
    "Without a target a full URL can be asked, directly. To see what leaves your server as well:",
  pickOne: "Pick one: its timeline, verdict and log stand below.",
  where: {
    ask: "Where does yours run?",
    tools: "Tools, and the line to change",
    columns: ["runs in", "the line to change", "from"],
    measured: (date: string) => `measured ${date}`,
    documented: "its documentation",
  },
  why: {
    "presenter-only": "In a room, watching and asking are the presenter’s.",
    away: "The Node server does not answer. Is `npm start` still running?",
  },
};
