/** The words of faults: their names, what is foretold of each, and whether it came true (sentences.ts). */
import { faultName } from "./en/fault.ts";
import { held, prediction } from "./en/prediction.ts";

export const en = { faultName, prediction, held };

export type FaultSentences = typeof en;

export const faultSentences: FaultSentences = en;
