/** Says which line to change, under a verdict: "Where does yours run?" */
import type { Header } from "../../protocol/script/action.ts";
import type { Source } from "../cures/cure.ts";
import {
  despiteNoTransform,
  helpsWithNone,
  toolNames,
  type Where,
  whereToChange,
} from "../cures/where.ts";
import { SILENCE } from "../run/noise.ts";
import type { Departure } from "../verdict/departure.ts";
import type { OneEnd } from "../verdict/one-end.ts";

export function source(source: Source): string {
  return source.from === "measurement"
    ? `measured ${source.date}`
    : `from its documentation, ${source.pages[0]?.url}`;
}

/** Returns what stands above the lines to change. `sure`: whether something on the way is known to hold the stream. */
function whereLead(sure: boolean, isNamed: boolean): string {
  const lead = sure
    ? "Where does yours run? This is the line to change."
    : "Where does yours run? If something on the way holds it, and not the server itself, this is the line to change.";
  return isNamed ? `${lead} What fits the response head is marked *.` : lead;
}

/** Returns what else is to be said of those tools: each is one whole sentence. */
function whereAlso(
  holds: "by-compressing" | "by-collecting",
  all: readonly Where[],
): readonly string[] {
  const tools = all.flatMap((one) => one.tools);
  const said: string[] = [];
  if (holds === "by-compressing") {
    said.push(
      `Without access to it: \`Cache-Control: no-cache, no-transform\` from your server. That helped with each that was measured, but not with ${toolNames(despiteNoTransform(tools))}.`,
    );
  }
  const none = helpsWithNone(tools);
  if (none.length > 0) said.push(`Tried, and no help with any: ${none.join("; ")}.`);
  const silent = tools.filter(({ leaving }) => leaving?.told === "never");
  const open = tools.filter(({ cut }) => cut?.seen === "never");
  if (silent.length === open.length && silent.every((one) => open.includes(one))) {
    if (silent.length > 0) {
      said.push(
        `These never tell the server that the client left, and leave the client open when the server is cut: ${toolNames(silent)}.`,
      );
    }
    return said;
  }
  if (silent.length > 0) {
    said.push(`These never tell the server that the client left: ${toolNames(silent)}.`);
  }
  if (open.length > 0) {
    said.push(`These leave the client open when the server is cut: ${toolNames(open)}.`);
  }
  return said;
}

/** `lead` stands above the lines to change. */
export type Places = { lead: string; all: readonly Where[]; also: readonly string[] };

/** Where the line to change may be looked for, by how a stream left a watched server; `null` where nothing was held. */
export function whereDeparted(departure: Departure, headers: readonly Header[]): Places | null {
  const { how, coding, from, end, again, isServer, arrived } = departure;
  const isNotFlushed = again?.shows === "not-flushed";
  switch (isNotFlushed ? "burst" : how.shape) {
    case "burst":
    case "pieces": {
      const mayCompress = isNotFlushed || (coding !== null && again?.shows !== "same");
      const holds = mayCompress ? "by-compressing" : "by-collecting";
      const all = whereToChange(holds, headers, isServer);
      const isNamed = all.some(({ named }) => named);
      const marked = isNamed ? " What fits the response head is marked *." : "";
      const where = isServer
        ? "If your server is one of these"
        : `If what answers at ${from}, or before it, is one of these`;
      const unless = isNotFlushed ? "" : ", and does not write it so itself";
      const lead = `${where}${unless}, this is the line to change.${marked}`;
      return { lead, all, also: isServer ? [] : whereAlso(holds, all) };
    }
    case "evenly": {
      if (end === null || arrived !== null) return null;
      const compressing = whereToChange("by-compressing", []);
      const all = [...compressing, ...whereToChange("by-collecting", [])];
      const lead = `Your browser shows one burst all the same? Then what stands between ${from} and the browser holds it, and this is the line to change there.`;
      return { lead, all, also: whereAlso("by-compressing", compressing) };
    }
    default:
      return null;
  }
}

/** The same, of a stream of which `one` end alone is known. */
export function whereAtOneEnd(
  one: OneEnd,
  headers: readonly Header[],
): (Places & { sure: boolean }) | null {
  const how = heldHow(one);
  if (how === null) return null;
  const all = whereToChange(how.holds, headers);
  const isNamed = all.some(({ named }) => named);
  const also = whereAlso(how.holds, all);
  return { lead: whereLead(how.sure, isNamed), all, also, sure: how.sure };
}

/** How a stream is held of which `one` is known, if anything holds it; `null` where nothing may. `sure`: whether something does. */
function heldHow(one: OneEnd): { holds: "by-compressing" | "by-collecting"; sure: boolean } | null {
  switch (one.word) {
    case "not-flushed":
      return { holds: "by-compressing", sure: true };
    case "one-burst":
      return {
        holds: one.coding !== null && one.again === null ? "by-compressing" : "by-collecting",
        sure: false,
      };
    case "unclear": {
      const { like } = one.arrivals;
      if (like !== "in-pieces" && like !== "nothing") return null;
      if (one.coding !== null) return { holds: "by-compressing", sure: false };
      return like === "in-pieces" ? { holds: "by-collecting", sure: false } : null;
    }
    case "no-answer":
      return one.message === "" && one.waited > SILENCE
        ? { holds: "by-collecting", sure: false }
        : null;
    default:
      return null;
  }
}
