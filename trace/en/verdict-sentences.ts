/** The words of verdicts, in one object: it comes late, because no run is there before the first paint. */
import { compared, cure, inferred } from "./cause.ts";
import { also, headline, measured } from "./verdict.ts";

export const verdictSentences = { headline, measured, inferred, compared, cure, also };
