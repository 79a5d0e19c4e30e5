/**
 * The words of the protocol log, as sentences.ts has those of the rest. Apart from it because the first
 * paint needs the rest, and the log comes after it.
 */
import { edgeName, glyphName, otherOf, pieceName } from "./bytes.ts";
import { record } from "./record.ts";
import { kinds, what, whose, whoseIn } from "./row.ts";
import { content } from "./row-content.ts";
import { sentence } from "./row-sentence.ts";
import { standardStep } from "./standard.ts";
import { streamSuspected, suspected } from "./suspicion.ts";

export const logSentences = {
  record,
  whose,
  whoseIn,
  kinds,
  what,
  content,
  sentence,
  standardStep,
  suspected,
  streamSuspected,
  bytes: { pieceName, otherOf, edgeName, glyphName },
};
