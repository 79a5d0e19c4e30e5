/** Says what was measured, as a table for a bug tracker or a slide. */
import { answer as answerWords, questions, tableTexts } from "../en/this-browser.ts";
import type { Behaviour, MeasurementName } from "../run/behaviour.ts";
import { familyOf } from "../run/browser-name.ts";
import { browsers } from "../run/browsers.ts";
import { isOther, type Measurement } from "../this-browser/measurement.ts";
import { measurements } from "../this-browser/measurements.ts";
import { inline, table } from "./quote/markdown.ts";

/** Writes it as Markdown. @param browser such as "Chromium 156" @param answers what could be measured */
export function browserTable(
  browser: string,
  answers: ReadonlyMap<MeasurementName, Behaviour>,
): string {
  const family = familyOf(browser);
  const row = ({ name }: Measurement) => {
    const { what, standard } = questions[name];
    const measured = answers.get(name);
    const said = measured ? cell(measured) : tableTexts.unmeasured;
    return [
      what,
      measured && isOther(name, measured, family) ? tableTexts.differs(said) : said,
      cell(browsers.chromium.answers[name]),
      cell(browsers.firefox.answers[name]),
      `[${standard.section}](${standard.url})`,
    ];
  };
  const rows = [...measurements.differing, ...measurements.alike].map(row);
  return `### ${tableTexts.title(inline(browser))}\n\n${table(tableTexts.head(inline(browser)), rows)}\n`;
}

function cell(answer: Behaviour): string {
  return answerWords(answer.does === "shows" ? { ...answer, text: inline(answer.text) } : answer);
}
