/**
 * Says what several parts say of the playground; the words of each part are in its own `*-texts.ts`, the sentences of
 * records, states and verdicts in trace/en/. In all these texts what stands between backticks is shown in the
 * wire's font, and what stands between asterisks is emphasised.
 */
import type { Depth } from "../../trace/log/row.ts";
import type { Path } from "../../trace/run/records.ts";
import { CHAT } from "./set-up.ts";

export const playgroundTexts = {
  begin: (scriptName: string) => (scriptName === CHAT ? "Ask" : "Run"),
  faulty: "A script with errors can't be run.",
  pathName: (path: Path) => (path.proxy ? `compress: ${path.compress}` : "direct"),
  depths: { story: "Story", lines: "Lines", bytes: "Bytes" } satisfies Record<Depth, string>,
};
