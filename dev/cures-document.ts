/**
 * The tables of docs/cures.md, as they are made from trace/cures/. Run by itself it writes them into the
 * document, between its two marks; a test holds the document to them.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Cure, Cut, Leaving } from "../trace/cures/cure.ts";
import { devServers } from "../trace/cures/dev-servers.ts";
import { documented } from "../trace/cures/documented.ts";
import { middlewares } from "../trace/cures/middlewares.ts";
import { proxies } from "../trace/cures/proxies.ts";

export const DOCUMENT = path.join(import.meta.dirname, "../docs/cures.md");

const BEGIN = "<!-- Made from trace/cures/ by `node dev/cures-document.ts`: edit it there. -->";
const END = "<!-- The end of what is made. -->";

export async function curesDocument(): Promise<string> {
  const text = await readFile(DOCUMENT, "utf8");
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin)
    throw new Error(`${DOCUMENT} has lost its marks: ${BEGIN} … ${END}`);
  return `${text.slice(0, begin)}${BEGIN}\n${tables()}\n${text.slice(end)}`;
}

function tables(): string {
  return [
    "## Dev servers",
    measuredTable(devServers),
    "## Middlewares, own routes",
    measuredTable(middlewares),
    "## Reverse proxies (Debian 12; more of nginx is in facts.md, 7)",
    measuredTable(proxies),
    "## From their documentation, not measured",
    documentedTable(documented),
    "",
  ].join("\n");
}

function measuredTable(cures: readonly Cure[]): string {
  const columns = [
    "tool",
    "GET / POST",
    "the line to change",
    "helps too",
    "does not help",
    "leaving",
    "cut",
    "down",
  ];
  return table(
    columns,
    cures.map(({ tool, does, line, helps, helpsNot, leaving, cut, down, holds }) => [
      tool,
      does,
      line || (holds === "nothing" ? "none needed" : "–"),
      list(helps),
      list(helpsNot),
      leavingCell(leaving),
      cutCell(cut),
      down || "–",
    ]),
  );
}

function documentedTable(cures: readonly Cure[]): string {
  return table(
    [
      "tool",
      "what it does",
      "the line to change",
      "helps too",
      "does not help",
      "where that stands",
    ],
    cures.map(({ tool, does, line, helps, helpsNot, source }) => [
      tool,
      does,
      line || "none needed",
      list(helps),
      list(helpsNot),
      source.from === "documentation"
        ? source.pages.map(({ title, url }) => `[${title}](${url})`).join("; ")
        : "",
    ]),
  );
}

function leavingCell(leaving: Leaving | null): string {
  if (leaving === null) return "–";
  switch (leaving.told) {
    case "soon":
      return leaving.after;
    case "with-the-next-event":
      return "at the next event; **not in silence**";
    case "never":
      return leaving.note === undefined ? "**NO**" : `**NO**, ${leaving.note}`;
  }
}

const cuts: Record<Cut["seen"], string> = {
  "as-a-cut": "cut",
  "as-a-proper-end": "**looks like a proper end**",
  never: "**hang**",
};

function cutCell(cut: Cut | null): string {
  if (cut === null) return "–";
  return cut.note === undefined ? cuts[cut.seen] : `${cuts[cut.seen]} (${cut.note})`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? "–" : items.join("; ");
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return `${[line(columns), `|${columns.map(() => "---|").join("")}`, ...rows.map(line)].join("\n")}\n`;
}

if (import.meta.main) await writeFile(DOCUMENT, await curesDocument());
