/** The headers of a request: those that a page may set as fields, and the others with the line for curl that can. */
import { html, nothing, type TemplateResult } from "lit";
import { isSecret } from "../../protocol/redact.ts";
import type { Header } from "../../protocol/script/action.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import type { AskForm } from "../playground/asking.ts";
import { askTexts } from "./ask-texts.ts";
import { curlLine } from "./curl-line.ts";
import { noPageMaySet } from "./forbidden.ts";

type Change = (headers: readonly Header[]) => void;

/** A row for one more stands below. */
export function drawHeaders(headers: readonly Header[], change: Change): TemplateResult {
  const [left, sent] = parted(headers);
  const rows: readonly Header[] = [...sent, ["", ""]];
  const put = (at: number, ...header: readonly Header[]) => {
    const all = rows.toSpliced(at, 1, ...header).filter(([name, value]) => name + value !== "");
    change([...all, ...left]);
  };
  const paste = (at: number, event: ClipboardEvent) => {
    const lines = event.clipboardData?.getData("text").trim().split(/\r?\n/) ?? [];
    const pasted = lines.map((line) => /^([\w-]+)\s*:\s*(.*)$/.exec(line));
    if (pasted.length === 0 || pasted.includes(null)) return;
    event.preventDefault();
    put(at, ...pasted.map((one): Header => [one?.[1] ?? "", one?.[2] ?? ""]));
  };
  return html`<div role="group" aria-label=${askTexts.headers}>
    <h3>${askTexts.headers}</h3>
    ${rows.map(
      ([name, value], at) => html`<div
        class="header"
        @paste=${(event: ClipboardEvent) => paste(at, event)}
      >
        ${field(askTexts.headerName(at + 1), askTexts.name, name, false, (typed) => put(at, [typed, value]))}
        ${field(askTexts.headerValue(name), askTexts.value, value, name === "" || isSecret(name), (typed) => put(at, [name, typed]))}
        <button
          type="button"
          class="button quiet"
          aria-label=${askTexts.remove(name)}
          ?disabled=${at === sent.length}
          @click=${() => put(at)}
        >
          ${icons.close}
        </button>
      </div>`,
    )}
  </div>`;
}

/** `url`: for the line that sends them; `undefined` where there is none yet */
export function drawForbidden(
  form: AskForm,
  url: string | undefined,
  on: { copy(line: string): void; change: Change },
): TemplateResult {
  const { title, others, left, forget, curl, copy } = askTexts.forbidden;
  const [out, sent] = parted(form.headers);
  const names = out.map(([name]) => `\`${name}\``).join(", ");
  const line = url === undefined ? "" : curlLine(form, url, true);
  return html`<div role="group" aria-label=${title}>
    <h3>${title}</h3>
    <p>${out.length === 0 ? nothing : prose(left(names))} ${prose(others)} ${line === "" ? nothing : curl}</p>
    ${line === "" ? nothing : html`<pre tabindex="0">${line}</pre>`}
    <div class="flow line">
      ${url === undefined ? nothing : button(copy, () => on.copy(curlLine(form, url, false)))}
      ${out.length === 0 ? nothing : button(forget, () => on.change(sent))}
    </div>
  </div>`;
}

function button(name: string, act: () => void): TemplateResult {
  return html`<button type="button" class="button" @click=${act}>${name}</button>`;
}

/** @param isHidden whether it shows dots */
function field(
  label: string,
  placeholder: string,
  value: string,
  isHidden: boolean,
  typed: (value: string) => void,
): TemplateResult {
  return html`<input
    aria-label=${label}
    placeholder=${placeholder}
    autocomplete="off"
    spellcheck="false"
    type=${isHidden ? "password" : "text"}
    .value=${value}
    @change=${(event: Event) => typed(valueIn(event).trim())}
  />`;
}

export function valueIn({ target }: Event): string {
  const isField =
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement;
  return isField ? target.value : "";
}

function parted(headers: readonly Header[]): [left: Header[], sent: Header[]] {
  const isLeft = ([name, value]: Header) => noPageMaySet(name, value);
  return [headers.filter(isLeft), headers.filter((one) => !isLeft(one))];
}
