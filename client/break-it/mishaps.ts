/** Says what can be pressed, in the order in which it stands there. */
import type { Mishap } from "../../trace/faults/predictions.ts";
import { FREEZE } from "../playground/freeze.ts";
import type { breakItTexts } from "./break-it-texts.ts";

export type RowName = keyof typeof breakItTexts.rows;

export type MishapRow = {
  name: RowName;
  choices: readonly [Choice, ...Choice[]];
};

export type Choice = { label: string; mishap: Mishap };

const release: MishapRow = {
  name: "release",
  choices: [{ label: "", mishap: { kind: "release" } }],
};

const rows: readonly MishapRow[] = [
  {
    name: "drop",
    choices: [
      { label: "FIN", mishap: { kind: "drop", how: "fin" } },
      { label: "RST", mishap: { kind: "drop", how: "reset" } },
    ],
  },
  { name: "end", choices: [{ label: "", mishap: { kind: "end" } }] },
  { name: "stall", choices: [{ label: "", mishap: { kind: "stall", ms: null } }] },
  {
    name: "answer",
    choices: [
      { label: "204", mishap: { kind: "next-status", status: 204 } },
      { label: "500", mishap: { kind: "next-status", status: 500 } },
      { label: "503", mishap: { kind: "next-status", status: 503 } },
      { label: "html", mishap: { kind: "next-type" } },
    ],
  },
  {
    name: "redirect",
    choices: [
      { label: "307", mishap: { kind: "next-redirect", status: 307 } },
      { label: "308", mishap: { kind: "next-redirect", status: 308 } },
    ],
  },
  {
    // Shorter than most reconnection times, about as long, and longer than all of them.
    name: "door",
    choices: [
      { label: "1 s", mishap: { kind: "close-door", ms: 1000 } },
      { label: "4 s", mishap: { kind: "close-door", ms: 4000 } },
      { label: "10 s", mishap: { kind: "close-door", ms: 10_000 } },
    ],
  },
  { name: "freeze", choices: [{ label: "", mishap: { kind: "freeze", ms: FREEZE } }] },
];

/** While something is stalled it can be released where it was stalled. */
export function mishapRows(isStalled: boolean): readonly MishapRow[] {
  return isStalled ? rows.map((row) => (row.name === "stall" ? release : row)) : rows;
}

export function isForAll({ kind }: Mishap): boolean {
  return kind === "close-door" || kind === "freeze";
}
