/** Draws a select, whose options each have a value and words for it. */
import { html, nothing, type TemplateResult } from "lit";

type Look = { id?: string; kind?: string; label?: string; title?: string };

/** `choose` is called with the value that was picked; `arrange` puts the options into groups. */
export function menu<Value>(
  values: readonly Value[],
  words: (value: Value) => string,
  chosen: Value,
  choose: (value: Value) => void,
  { id, kind, label, title }: Look,
  arrange: (options: TemplateResult[]) => unknown = (options) => options,
): TemplateResult {
  const change = ({ currentTarget: select }: Event) => {
    const value = select instanceof HTMLSelectElement ? values[select.selectedIndex] : undefined;
    if (value !== undefined) choose(value);
  };
  return html`<select
    id=${id ?? nothing}
    class=${kind ?? nothing}
    aria-label=${label ?? nothing}
    title=${title ?? nothing}
    @change=${change}
  >
    ${arrange(values.map((one) => html`<option .selected=${one === chosen}>${words(one)}</option>`))}
  </select>`;
}
