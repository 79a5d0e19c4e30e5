/** The words of the parser view, which come with it, after the first paint. */
import { sentence, title } from "./parser-step.ts";
import { view } from "./parser-view.ts";
import { parserStep } from "./standard.ts";
import { initialized } from "./standard-quotes.ts";

export const en = { title, sentence, standard: parserStep, initialized, view };

export type ParserSentences = typeof en;

export const parserSentences: ParserSentences = en;
