/** Writes a row of the log as plain text: to be copied, and to be searched. */

import { type Row, whose } from "../log/row.ts";
import { rowMeaning } from "../log/row-meaning.ts";
import { rowSuspicions } from "../log/row-suspicions.ts";
import type { Run } from "../run/run.ts";
import { grouped } from "./figures.ts";
import { laneTitles } from "./lane-titles.ts";
import { rowTitle, whoseIn } from "./row.ts";
import { rowContent } from "./row-content.ts";
import { rowSentence } from "./row-sentence.ts";
import { suspicionSentence } from "./suspicion.ts";

/** So much of a line or of an event's data is searched, and copied. UTF-16 units, or bytes */
const SEARCHED = 100_000;

/** What is longer than this pushes its own line's sentence aside, and no other line's. */
const WIDEST = 60;

const GAP = "  ";

/** Returns what its cells read like: time, whose, lane, what, content, sentence. */
export function rowCells(row: Row, run: Run): readonly string[] {
  const meaning = rowMeaning(row, run);
  const cells = [
    grouped(row.at),
    whoseIn(run.setup, whose(row)),
    row.lane === null ? "" : laneTitles[row.lane],
    rowTitle(meaning),
    rowContent(meaning, SEARCHED)
      .map(({ text }) => text)
      .join(" · "),
    [...rowSuspicions(row, run).map(suspicionSentence), rowSentence(meaning)].join(" "),
  ];
  return cells.map((cell) => cell.replaceAll("\u00a0", " "));
}

/** All that a row is found by: what its cells say, and the data of each event that it stands for. */
export function searchText(row: Row, run: Run): string {
  const { subject } = row;
  const events =
    subject.kind === "dispatches" && subject.dispatches.length > 1
      ? subject.dispatches.map(
          ({ lastEventId, data }) => `${lastEventId} ${data.slice(0, SEARCHED)}`,
        )
      : [];
  return [...rowCells(row, run).slice(1), ...events].join("\n");
}

/** Writes rows as text in columns, a line each. */
export function textColumns(rows: readonly Row[], run: Run): string {
  const lines = rows.map((row) => rowCells(row, run));
  const widths: number[] = [];
  for (const cells of lines) {
    cells.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, Math.min(cell.length, WIDEST));
    });
  }
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 0 ? cell.padStart(width) : cell.padEnd(width);
        })
        .join(GAP)
        .trimEnd(),
    )
    .join("\n");
}
