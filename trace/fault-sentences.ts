/** The words of faults: their names, what is foretold of each, and whether it came true (sentences.ts). */
import { mishapName } from "./en/fault.ts";
import { did, held, prediction } from "./en/prediction.ts";

export const en = { mishapName, prediction, held, did };

export type FaultSentences = typeof en;

export const faultSentences: FaultSentences = en;
