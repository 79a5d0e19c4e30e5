/**
 * The words of verdicts, as sentences.ts has those of lane states. Apart from it because no run is there
 * before the first paint.
 */
import { compared, cure, inferred } from "./cause.ts";
import { also, headline, measured } from "./verdict.ts";

export const en = { headline, measured, inferred, compared, cure, also };

type VerdictSentences = typeof en;

export const verdictSentences: VerdictSentences = en;
