/** What a wrong reader makes of the chunks of a run, beside what the standard's steps make of the same bytes. */
import { html, nothing } from "lit";
import { arrivals } from "../../lessons/seeing.ts";
import { readBy, type WrongReader } from "../../lessons/wrong-readers.ts";
import type { Run } from "../../trace/run/run.ts";
import { icons } from "../icons.ts";
import { learnTexts } from "./learn-texts.ts";

/** So much of each is shown. Characters, and messages. */
const MOST_SHOWN = 32;
const MOST_MESSAGES = 24;

export function drawReaders(reader: WrongReader | undefined, run: Run | undefined) {
  if (reader === undefined || run === undefined) return nothing;
  const made = readBy(reader, run);
  if (made.length === 0) return nothing;
  const right = arrivals(run, "fetch").map(({ data }) => data);
  const { byStandard } = learnTexts.readers;
  return html`<dl class="readers">
    <dt><code>${reader.code}</code></dt>
    ${drawMessages(made, (message) => right.includes(message))}
    <dt>${byStandard}</dt>
    ${drawMessages(right, () => true)}
  </dl>`;
}

function drawMessages(messages: readonly string[], isRight: (message: string) => boolean) {
  return html`<dd>
    ${messages.slice(0, MOST_MESSAGES).map((message) => {
      const is = isRight(message) ? "right" : "wrong";
      return html`<span class=${is}
        ><span aria-hidden="true">${is === "right" ? icons.check : "✗"}</span
        ><span class="visually-hidden">${learnTexts.readers[is]} </span
        ><code>${shown(message)}</code></span
      > `;
    })}
    ${messages.length > MOST_MESSAGES ? learnTexts.readers.more(messages.length - MOST_MESSAGES) : nothing}
  </dd>`;
}

function shown(message: string): string {
  const characters = [...message.replaceAll("\n", "⏎")];
  return characters.length <= MOST_SHOWN
    ? characters.join("")
    : `${characters.slice(0, MOST_SHOWN).join("")}…`;
}
