/**
 * The tap: what the server tells of its own doing, as an event stream beside the lanes. It goes
 * straight to the server, not through the proxy under test, and must outlive what it reports:
 * - EventSource gives up for good on a refused connection of another origin (docs/facts.md, 1), so a new
 *   one is made;
 * - where nothing comes for a while, it changes to the page's own origin and back;
 * - records are known by number, so hearing the same ones again does no harm;
 * - under a flood a browser hands over a hundred of its events in one task, which would stop the page:
 *   they are told in tasks of their own. Each record has its time in it, so it may be told later.
 */
import type { TapLine, TapRecord, TraceRecord } from "../../trace/run/records.ts";
import { inNextTask } from "./next-task.ts";

/** Returns null for a sign of life. */
export function inRun(record: TapRecord, boot: string, at: number): TraceRecord | null {
  switch (record.kind) {
    case "alive":
      return null;
    case "boot":
    case "door-closed":
    case "door-open":
    case "forgotten":
      return { ...record, side: "page", at };
    case "write":
      return { ...record, side: "server", boot, at, bytes: Uint8Array.fromBase64(record.bytes) };
    default:
      return { ...record, side: "server", boot, at };
  }
}

/** The server sends a sign of life every second; after so long a silence the way is changed. ms */
const SILENCE = 2000;

/** Records are told so long in one task; what is left goes in the next. ms */
const SLICE = 8;

type TapWay = "direct" | "own-origin";

interface TapHandlers {
  /** Each record is told once, in the server's order. `boot`: the server process that it came from. */
  record(record: TapRecord, boot: string): void;
  /** Records come this way from now on. */
  way(way: TapWay): void;
  /** Nothing comes either way; the tap goes on trying. */
  lost(): void;
}

/** Listens to the tap. @param ways have the API's prefix each way; in production both are the same */
export function openTap(trace: string, ways: Readonly<Record<TapWay, string>>, on: TapHandlers) {
  let boot = "";
  let heard = 0; // number of the last record of this boot
  let way: TapWay = "direct";
  let told: TapWay | "lost" | undefined;
  let source: EventSource | undefined;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  const untold: string[] = []; // records as JSON; the server's bound on what it keeps of a trace bounds them

  function listen(): void {
    source = new EventSource(`${ways[way]}/tap?trace=${trace}`);
    source.addEventListener("message", receive);
    watch();
  }

  // In two halves: a page that was itself blocked hears what has queued up before it judges.
  function watch(): void {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      watchdog = setTimeout(changeWay, SILENCE / 2);
    }, SILENCE / 2);
  }

  function changeWay(): void {
    source?.close();
    if (told !== "lost" && (told !== undefined || way === "own-origin")) tell("lost");
    way = way === "direct" ? "own-origin" : "direct";
    listen();
  }

  function tell(now: TapWay | "lost"): void {
    if (told === now) return;
    told = now;
    if (now === "lost") on.lost();
    else on.way(now);
  }

  function receive({ data }: MessageEvent<string>): void {
    watch();
    tell(way);
    untold.push(...data.split("\n"));
    inNextTask(tellOn);
  }

  function tellOn(): void {
    const until = performance.now() + SLICE;
    for (let line = untold.shift(); line !== undefined; line = untold.shift()) {
      hear(line);
      if (performance.now() > until) break;
    }
    if (untold.length > 0) inNextTask(tellOn);
  }

  function hear(line: string): void {
    const { number, record }: TapLine = JSON.parse(line);
    if (record.kind === "boot") {
      if (record.boot !== boot) heard = 0;
      boot = record.boot;
    }
    if (number > 0) {
      if (number <= heard) return;
      heard = number;
    }
    on.record(record, boot);
  }

  listen();
  return {
    close() {
      clearTimeout(watchdog);
      source?.close();
    },
  };
}
