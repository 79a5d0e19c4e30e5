/** What each step of the parser says, for Step, which comes after the first paint. */
import { sentence, title } from "./parser-step.ts";
import { parserStep } from "./standard.ts";
import { initialized } from "./standard-quotes.ts";

export const en = { title, sentence, standard: parserStep, initialized };

export type ParserSentences = typeof en;

export const parserSentences: ParserSentences = en;
