/** The words of faults: their names, what is foretold of each, and whether it came true (sentences.ts). */
import { mishapName } from "./fault.ts";
import { did, held, prediction } from "./prediction.ts";

export const en = { mishapName, prediction, held, did };

export type FaultSentences = typeof en;

export const faultSentences: FaultSentences = en;
