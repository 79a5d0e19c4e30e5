/** What was measured, as a table for a bug tracker or a slide. */
import { answer as answerWords, asked, table as words } from "../en/this-browser.ts";
import type { Answer } from "../this-browser/answer.ts";
import { isOther, type Measurement, type MeasurementName } from "../this-browser/measurement.ts";
import { familyOf, measurements } from "../this-browser/measurements.ts";
import { inline, table } from "./quote/markdown.ts";

/** The Markdown of it. `browser`: such as "Chromium 156"; `answers`: of what could be measured. */
export function browserTable(
  browser: string,
  answers: ReadonlyMap<MeasurementName, Answer>,
): string {
  const family = familyOf(browser);
  const row = (measurement: Measurement) => {
    const { name, recorded } = measurement;
    const { what, standard } = asked[name];
    const measured = answers.get(name);
    const said = measured ? cell(measured) : words.unmeasured;
    return [
      what,
      measured && isOther(measurement, measured, family) ? words.differs(said) : said,
      cell(recorded.chromium),
      cell(recorded.firefox),
      `[${standard.section}](${standard.url})`,
    ];
  };
  const rows = [...measurements.differing, ...measurements.alike].map(row);
  return `### ${words.title(inline(browser))}\n\n${table(words.head(inline(browser)), rows)}\n`;
}

function cell(answer: Answer): string {
  return answerWords(answer.does === "shows" ? { ...answer, text: inline(answer.text) } : answer);
}
