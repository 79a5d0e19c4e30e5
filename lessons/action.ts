/**
 * What a step asks for, as a value: the sentence that a person reads, the control that is pointed at and
 * what a test does are made from it, so nothing is said twice.
 */
import { laneTitles } from "../trace/en/lane-titles.ts";
import type { Fault, LaneName } from "../trace/run/records.ts";
import type { Run } from "../trace/run/run.ts";

/** How the switches of the path stand. */
export type Switches = { noTransform: boolean; proxy: boolean; compress: boolean };

/** What can be pressed in Break it, by its buttons; `choice`: what is set beside the button first. */
export type Pressed = Extract<Fault, { kind: "drop" | "end" | "next-status" | "next-type" }>;

export type Action =
  | { do: "play" }
  | { do: "turn"; which: keyof Switches; to: boolean }
  /** `line` is a whole line of the script; then it is run. */
  | { do: "edit"; line: string; becomes: string }
  /** In Break it, for one lane, once `after` events have arrived there. */
  | { do: "press"; fault: Pressed; lane: LaneName; after: number }
  /** The page calls `close()`, or `abort()`. */
  | { do: "disconnect"; lane: LaneName; after: number }
  /** A lane's client comes back where a bare one would not; the stream is played again. */
  | { do: "come-back"; lane: LaneName }
  /** The npm package asks in the place of the browser's own EventSource; the stream is played again. */
  | { do: "by-package" }
  /** The server sets a cookie that proves nothing. */
  | { do: "take-cookie" }
  /** A row of the log is opened; `title`: how it is called there, figures left out. */
  | { do: "open-row"; lane: LaneName; title: string }
  /** What the parser did is shown step by step. */
  | { do: "open-parser"; lane: LaneName };

/** What is pointed at while an action is to be done. */
export type Target = keyof Switches | "run" | "break-it" | "script" | "log" | LaneName;

const SWITCHES: Readonly<Record<keyof Switches, readonly [name: string, no: string, yes: string]>> =
  {
    compress: ["compress", "false", "true"],
    noTransform: ["no-transform", "off", "on"],
    proxy: ["proxy", "off", "on"],
  };

/** What stands in the EventSource lane behind *Code*. */
export const PACKAGE = "the package eventsource";
export const COOKIE = "Take a cookie";

/** The name of a switch on the page, and of what it is set to. */
export function switchWords(which: keyof Switches, to: boolean): { name: string; value: string } {
  const [name, no, yes] = SWITCHES[which];
  return { name, value: to ? yes : no };
}

/** The button of Break it that does it; `choice`: what is chosen beside it first, and in which group. */
export function pressWords(fault: Pressed): {
  button: string;
  choice?: { group: string; value: string };
} {
  switch (fault.kind) {
    case "drop": {
      const value = fault.how === "fin" ? "FIN" : "RST";
      return { button: "Cut", choice: { group: "Cut by", value } };
    }
    case "end":
      return { button: "End" };
    case "next-status":
      return {
        button: "Next answer",
        choice: { group: "Next answer is", value: `${fault.status}` },
      };
    case "next-type":
      return { button: "Next answer", choice: { group: "Next answer is", value: "html" } };
  }
}

/**
 * What a person reads: an instruction in a sentence.
 * @param hasRun whether a run is there, which some of them play again: whoever has something to predict wants to know before
 */
export function instruction(action: Action, hasRun: boolean): string {
  const again = hasRun ? ": that plays the stream again." : ".";
  switch (action.do) {
    case "play":
      return "Press *Run*.";
    case "turn": {
      const { name, value } = switchWords(action.which, action.to);
      return `Set \`${name}\` to \`${value}\`${again}`;
    }
    case "edit":
      return `In the script, change \`${action.line}\` to \`${action.becomes}\`, and press *Run*.`;
    case "press": {
      const { button, choice } = pressWords(action.fault);
      const isAtFirst = choice === undefined || choice.value === "FIN"; // as it stands there
      const value = isAtFirst ? "" : ` and \`${choice.value}\``;
      return `${afterEvent(action.after)} open *Break it*, choose *${laneTitles[action.lane]}*${value}, and press *${button}*.`;
    }
    case "disconnect":
      return `${afterEvent(action.after)} press *Disconnect* in the ${laneTitles[action.lane]} lane.`;
    case "come-back":
      return `Press *Reconnect automatically* in the ${laneTitles[action.lane]} lane${again}`;
    case "by-package":
      return `Press *Code* in the EventSource lane, and tick *${PACKAGE}*${again}`;
    case "take-cookie":
      return `Press *Code* in the EventSource lane, then *${COOKIE}*.`;
    case "open-row":
      return `In the protocol log, scroll to the row *${action.title}* of ${laneTitles[action.lane]}, and open it.`;
    case "open-parser":
      return "Press `B`: see step by step what the parser made of it.";
  }
}

/** The control that does it. */
export function target(action: Action): Target {
  switch (action.do) {
    case "play":
      return "run";
    case "turn":
      return action.which;
    case "edit":
      return "script";
    case "press":
      return "break-it";
    case "disconnect":
    case "come-back":
    case "open-parser":
      return action.lane;
    case "by-package":
    case "take-cookie":
      return "eventsource";
    case "open-row":
      return "log";
  }
}

/** What a run must be for the checks of a step to be about it. */
type Wanted = { stream: string; switches: Partial<Switches>; lines: readonly string[] };

/** What is to run once a step that begins so has been done. */
export function wanted(
  start: { stream: string; switches: Partial<Switches> },
  act: readonly Action[],
): Wanted {
  let { switches } = start;
  const lines: string[] = [];
  for (const action of act) {
    if (action.do === "turn") switches = { ...switches, [action.which]: action.to };
    if (action.do === "edit") lines.push(action.becomes);
  }
  return { stream: start.stream, switches, lines };
}

/** Whether `run` is what was wanted: that stream, so edited, on that path. */
export function isWanted({ stream, switches, lines }: Wanted, { setup }: Run): boolean {
  const { script, path, noTransform } = setup;
  if (script.name !== stream) return false;
  const { proxy } = path;
  const stood: Switches = { noTransform, proxy, compress: proxy && path.compress };
  const asWanted = { ...stood, ...switches };
  if (asWanted.noTransform !== noTransform || asWanted.proxy !== proxy) return false;
  if (asWanted.compress !== stood.compress) return false;
  return missingLine({ stream, lines }, { setup }) === undefined;
}

/** The first line that was wanted and that `run`, of the same stream, had not. */
export function missingLine(
  { stream, lines }: Pick<Wanted, "stream" | "lines">,
  { setup: { script } }: Pick<Run, "setup">,
): string | undefined {
  const written = new Set(script.text.split(/\r\n|\n|\r/));
  return script.name === stream ? lines.find((line) => !written.has(line)) : undefined;
}

function afterEvent(after: number): string {
  return after <= 1 ? "Then" : `After event ${after},`;
}
