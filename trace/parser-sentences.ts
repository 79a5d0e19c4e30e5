/** The words of the parser view, which come with it, after the first paint. */
import { sentence, standard, title } from "./en/parser-step.ts";
import { view } from "./en/parser-view.ts";

export const en = { title, sentence, standard, view };

export type ParserSentences = typeof en;

export const parserSentences: ParserSentences = en;
