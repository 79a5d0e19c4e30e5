/**
 * The page's own words, in one typed catalogue; the sentences of records, states and verdicts are in
 * trace/. A second language is a second object of this type. What stands between backticks is shown in
 * the wire's font, what stands between asterisks is emphasised.
 */
import { duration, grouped } from "../trace/en/figures.ts";
import type { Path } from "../trace/run/records.ts";

const events = (count: number) => `${grouped(count)} ${count === 1 ? "event" : "events"}`;

export const en = {
  title: "SSE Playground",
  app: { close: "Close", lanes: "Lanes" },
  late: {
    parts: {
      timeline: "The timeline",
      script: "The script panel",
      log: "The protocol log",
      keys: "The sheet of keys",
      parser: "The parser view",
      faults: "Break it",
      share: "The menu Share",
      browser: "The view “This browser”",
    },
    loading: (part: string) => `${part} is loading …`,
    missing: (part: string) => `${part} could not be loaded.`,
    again: "Try again",
  },
  opened: {
    opening: "The file is being opened:",
    file: (file: string) => (file === "" ? "A run" : `Opened: *${file}*`),
    when: (recorded: string, browser: string) => `recorded ${recorded} in ${browser}.`,
    leave: "Run plays the same here, and leaves it.",
  },
  header: {
    share: "Share",
    shareWhy: "Take it along: a link, files, code; or open a trace",
    stream: "Stream",
    chat: "Chat",
    run: "Run",
    stop: "Stop",
    faulty: "A script with errors can't be run.",
    script: "Script",
    prompt: "Prompt",
    theme: "Light or dark theme",
    sideBySide: "Side by side",
    sideBySideWhy: "Plays the stream through both dev servers at once (S)",
    sideBySideNot: "It takes two dev servers of which one compresses: npm start brings them.",
    sound: "Sound: a tick for each event, one pitch a lane; a burst is one clack",
    present: "Present",
    presentWhy: "Large, and only what the back row needs",
  },
  keys: {
    title: "Keys",
    short: "Keys",
    why: "All keys, and what they do",
    caps: {
      " ": "Space",
      ArrowUp: "↑",
      ArrowDown: "↓",
      ArrowLeft: "←",
      ArrowRight: "→",
      PageUp: "Page up",
      PageDown: "Page down",
      Escape: "Esc",
      "Mod-Enter": "Ctrl or ⌘ Enter",
    },
    page: "Anywhere",
    names: {
      run: "Run, or stop",
      compress: "Flip compress",
      noTransform: "Flip no-transform",
      proxy: "Proxy on or off",
      sideBySide: "Side by side",
      eventsource: "Connect EventSource alone, or disconnect it",
      fetch: "Connect fetch alone, or disconnect it",
      previousStream: "Previous stream",
      nextStream: "Next stream",
      script: "Open the script, where it is a drawer",
      closeScript: "Close the script",
      parser: "Step through what the parser did",
      faults: "Break it",
      freeze: "Freeze this page for two seconds",
      presenter: "Presenter mode",
      theme: "Light or dark",
      share: "Share: link, files, code",
      browser: "Measure this browser",
      sound: "Sound on or off",
      keys: "This sheet",
    },
  },
  pathName: (path: Path) => (path.proxy ? `compress: ${path.compress}` : "direct"),
  path: {
    label: "Path",
    server: "Node server",
    proxy: "webpack-dev-server",
    browser: "This browser",
    faults: "Break it",
    browserWhy: "Measures what browsers do differently, in this one (I)",
    switches: { noTransform: "no-transform", proxy: "proxy", compress: "compress" },
    bypassed: "not on the path",
    passesOn: "passes on what comes",
    untold: "what it wrote isn’t known",
    wrote: (count: number, over: number) =>
      count === 0
        ? "has written no event yet"
        : `wrote *${events(count)}*${count === 1 ? "" : ` in ${duration(over)}`}`,
    got: (count: number, over: number, atOnce: boolean) =>
      count === 0
        ? "has got no event yet"
        : `got *${events(count)}*${count === 1 ? "" : atOnce ? " at once" : ` in ${duration(over)}`}`,
    holding: "holding",
    held: "held",
    events: (count: number) => (count === 1 ? "event" : "events"),
    heldSince: (time: string) => `· ${time}`,
    heldUpTo: (time: string) => `up to ${time}`,
    accepts: (codings: string) => `accepts ${codings}`,
    noSuchDevServer: (value: boolean) =>
      `No dev server runs with compress: ${value} now; webpack.config.ts sets it.`,
    recorded: "This is a recorded run: its path stands as it was.",
    noDevServers: "not here: `npm start` brings two of them",
    noProxyToCompress: "Only with the proxy on: it is the dev server that compresses.",
    suggestCompress: "Now set `compress` to `true`.",
  },
  verdict: {
    label: "Verdict",
    ready: "Ready",
    readySentence: "Press Run: both clients ask the server for the stream.",
    waits: {
      connection: {
        headline: "Waiting for a free connection",
        sentence:
          "The server is well, and has no such request from this page. A browser opens six connections to an origin, over all tabs: close streams in other tabs.",
      },
      answer: {
        headline: "Waiting for the server",
        sentence: "The page asked what there is to play, and nobody has answered yet.",
      },
    },
    shown: "lanes and log below",
    show: "show its lanes and log",
    inLane: (lane: string) => `in the ${lane} lane`,
    response: "Response",
    by: { browser: "browser saw", server: "server wrote" },
    header: (name: string, value: string) => `${name}: ${value}`,
    http: (version: string) => `HTTP/${version}`,
    notSet: (name: string) => `no ${name}`,
  },
  lane: {
    connect: "Connect",
    disconnect: "Disconnect",
    connectWhy: (key: string) => `Connects this lane alone, in a new trace (${key})`,
    disconnectWhy: (key: string) => `Closes this lane; the other one goes on (${key})`,
    code: "Code",
    codeWhy: "The code that this lane runs, and more",
    codeKey: "Its code, and more",
    comesBack: "Comes back",
    comesBackKey: "Let its client come back, or not",
    comesBackWhy: {
      eventsource:
        "EventSource comes back by itself, until it gives up for good. With this a new one takes its place after a wait, as applications do it",
      fetch:
        "Asks again after each end, as the standard has an EventSource do, and where a proxy says that the server is away. Off, because a bare fetch does not: whoever repeats a POST may make the server do its work twice",
    },
    twoSteps:
      "left with the server first, then asked for by its name: an EventSource sends no body",
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
    waiting: "Press Run: events appear here as they arrive, each with its lag.",
    noEvents: "No event has arrived.",
  },
  presenterLink: {
    away: "The Node server does not answer, so it does not know you as the presenter. Open the link again.",
  },
  depths: { story: "Story", lines: "Lines", bytes: "Bytes" },
  trouble: {
    "no-server":
      "The Node server does not answer. Is `npm start` still running? Press Run to try again.",
    "no-script": "The server has no stream script of that name any more. Pick another one.",
    "not-left":
      "The server did not take the edited script, which the EventSource lane needs. Is `npm start` still running?",
  },
};

export type Texts = typeof en;

export const texts: Texts = en;
