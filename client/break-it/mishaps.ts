/** Says what can be pressed, in the order in which it stands there. */
import type { Mishap } from "../../trace/faults/predictions.ts";
import { FREEZE } from "../playground/freeze.ts";
import type { breakItTexts } from "./break-it-texts.ts";

export type RowName = keyof typeof breakItTexts.rows;

export type MishapRow = {
  name: RowName;
  choices: readonly [Choice, ...Choice[]];
};

type Choice = readonly [label: string, mishap: Mishap];

const release = row("release", ["", { kind: "release" }]);

const rows: readonly MishapRow[] = [
  row("drop", ["FIN", { kind: "drop", how: "fin" }], ["RST", { kind: "drop", how: "reset" }]),
  row("end", ["", { kind: "end" }]),
  row("stall", ["", { kind: "stall", ms: null }]),
  row(
    "answer",
    ["204", { kind: "next-status", status: 204 }],
    ["500", { kind: "next-status", status: 500 }],
    ["503", { kind: "next-status", status: 503 }],
    ["html", { kind: "next-type" }],
  ),
  row(
    "redirect",
    ["307", { kind: "next-redirect", status: 307 }],
    ["308", { kind: "next-redirect", status: 308 }],
  ),
  row(
    "door", // shorter than most reconnection times, about as long, and longer than all of them
    ["1 s", { kind: "close-door", ms: 1000 }],
    ["4 s", { kind: "close-door", ms: 4000 }],
    ["10 s", { kind: "close-door", ms: 10_000 }],
  ),
  row("freeze", ["", { kind: "freeze", ms: FREEZE }]),
];

function row(name: RowName, ...choices: MishapRow["choices"]): MishapRow {
  return { name, choices };
}

/** While something is stalled it can be released where it was stalled. */
export function mishapRows(isStalled: boolean): readonly MishapRow[] {
  return isStalled ? rows.map((row) => (row.name === "stall" ? release : row)) : rows;
}

export function isForAll({ kind }: Mishap): boolean {
  return kind === "close-door" || kind === "freeze";
}
