/** Prints the verdict, its cause and its cure. */
import { toolNames, type Where } from "../trace/cures/where.ts";
import { oneEndHeadline, oneEndInferred, oneEndMeasured } from "../trace/en/one-end.ts";
import { source, whereAtOneEnd } from "../trace/en/where.ts";
import { headerValue, isRedirect } from "../trace/run/head.ts";
import type { Options } from "./options.ts";
import type { Probed } from "./probe.ts";
import { harmless, type Paint, prose, type Style, shownData, wrapped } from "./terminal-text.ts";
import { texts } from "./texts.ts";

const EXPLANATION = 300; // UTF-16 units of an answer that is no event stream

const styles: Readonly<Record<number, Style>> = {
  0: "green",
  1: "red",
  2: "red",
  3: "red",
  4: "yellow",
};

export type Page = { readonly paint: Paint; readonly isPainted: boolean; readonly width: number };

export function verdictText(
  { run, one, again }: Probed,
  { method, url }: Options,
  status: number,
  { paint, isPainted, width }: Page,
): string {
  const say = (text: string, indent = "") => wrapped(prose(text, paint, isPainted), width, indent);
  const headline = paint("bold", paint(styles[status] ?? "reset", oneEndHeadline(one)));
  const paragraphs = [oneEndMeasured(one), oneEndInferred(one)].filter((text) => text !== "");
  const lines = ["", headline, ...paragraphs.map((text) => say(text))];
  const [attempt] = run.lane("fetch").attempts;
  const head = attempt?.reception.head ?? null;
  const { ending } = attempt ?? {};

  if (one.word === "no-stream" && ending?.how === "failure" && ending.message !== "") {
    lines.push(say(texts.begins(shownData(ending.message, EXPLANATION))));
    if (/^data:/m.test(ending.message)) lines.push(say(texts.dataLines));
    else if (/^\s*\{.*\}\r?\n\s*\{/.test(ending.message)) lines.push(say(texts.jsonLines));
  }
  const location = head && isRedirect(head) ? headerValue(head.headers, "Location") : null;
  if (location !== null) {
    const to = URL.canParse(location, url.href) ? new URL(location, url).href : location; // Node 20 has no URL.parse
    lines.push(say(harmless(texts.redirectLeft(method, to))));
  }

  // A compressor may have kept the first answer's head: what the second one said names the tool as well.
  const heads = run.lane("fetch").attempts.flatMap(({ reception }) => reception.head ?? []);
  const found = whereAtOneEnd(
    one,
    heads.flatMap(({ headers }) => headers),
  );
  if (found === null) return lines.join("\n");
  const mayBeCoded = "coding" in one ? one.coding !== null : one.word === "no-answer";
  if (!found.sure && !again && mayBeCoded && method !== "GET")
    lines.push(say(texts.postOnly(method)));
  lines.push(
    "",
    say(found.lead),
    ...found.all.flatMap(change),
    ...found.also.map((text) => say(text)),
  );
  return lines.join("\n");

  function change({ line, tools, named }: Where): string[] {
    const [known] = tools;
    const from = known ? paint("gray", `(${source(known.source)})`) : "";
    return [
      `${named ? " *" : "  "} ${paint("bold", toolNames(tools))} ${from}`,
      say(line, "       "),
    ];
  }
}
