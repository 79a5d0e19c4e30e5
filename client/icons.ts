/** Icons that stand beside a word. None carries a meaning alone, so all are hidden from screen readers. */
import { html, type SVGTemplateResult, svg, type TemplateResult } from "lit";

function icon(drawing: SVGTemplateResult): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${drawing}</svg>`;
}

function line(path: string): TemplateResult {
  return icon(
    svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`,
  );
}

export const icons = {
  hourglass: line("M3 1h10M3 15h10M4 1v3l4 4-4 4v3M12 1v3L8 8l4 4v3"),
  live: icon(svg`<circle cx="8" cy="8" r="5.5" fill="currentColor"/>`),
  pieces: line("M2 5h3M2 8h3M2 11h3M11 5h3M11 8h3M11 11h3"),
  behind: line("M9 3l-5 5 5 5M14 3l-5 5 5 5"),
  clock: line("M8 1.5a6.5 6.5 0 1 0 .01 0M8 4.5V8l2.5 2"),
  broken: line("M2 8h3.5l1.5-3M14 8h-3.5L9 11M3 13L13 3"),
  question: line("M5.5 5.5a2.5 2.5 0 1 1 3.6 2.2C8.3 8.2 8 8.6 8 9.5M8 13v.01"),
  busy: line("M9 1L3 9h4l-1 6 6-8H8z"),
  warning: line("M8 2L1.5 14h13zM8 6.5v3.5M8 12v.01"),
  check: line("M3 8.5l3.2 3.2L13 4.5"),
  close: line("M4 4l8 8M12 4l-8 8"),
  play: icon(svg`<path d="M4 2.5v11l9-5.5z" fill="currentColor"/>`),
  stop: icon(svg`<rect x="3" y="3" width="10" height="10" rx="1.5" fill="currentColor"/>`),
  soundOn: line("M2 6v4h2.5L8 13V3L4.5 6zM10.5 6a3 3 0 0 1 0 4M12.5 4a6 6 0 0 1 0 8"),
  soundOff: line("M2 6v4h2.5L8 13V3L4.5 6zM11 6.2l3.6 3.6M14.6 6.2L11 9.8"),
  plus: line("M8 3v10M3 8h10"),
  minus: line("M3 8h10"),
  whole: line("M1.5 3v10M14.5 3v10M4 8h8M6 5.5L3.8 8 6 10.5M10 5.5L12.2 8 10 10.5"),
  passing: line("M2.5 2.5v11M13.5 2.5v11M5 8h5.5M8.3 5.5L10.8 8l-2.5 2.5"),
  enlarge: line("M9.5 2.5h4v4M13.2 2.8L9 7M6.5 13.5h-4v-4M2.8 13.2L7 9"),
  reduce: line("M13.5 6.5h-4v-4M9.8 6.2l4-4M2.5 9.5h4v4M6.2 9.8l-4 4"),
  save: line("M8 2v8M4.5 6.8L8 10.3l3.5-3.5M2.5 13.5h11"),
  theme: icon(
    svg`<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor"/>`,
  ),
};
