/**
 * Says what judges a run, for whoever shows one. It comes with what plays and what opens runs: before there
 * is any, the first paint needs none of it.
 */
import { verdictSentences } from "../../trace/en/verdict.ts";
import { comparison } from "../../trace/verdict/comparison.ts";
import { heldByOfArrival } from "../../trace/verdict/held.ts";
import { pileAt, pileMost } from "../../trace/verdict/pile.ts";
import { verdict } from "../../trace/verdict/verdict.ts";

export const judge = {
  verdict,
  comparison,
  heldByOfArrival,
  pileAt,
  pileMost,
  sentences: verdictSentences,
};

export type Judge = typeof judge;
