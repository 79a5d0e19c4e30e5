/**
 * A run as a Markdown report for a bug tracker: verdict, figures, measured table, heads, script. What a
 * stream brought stands in it as text and nothing else.
 */

import type { Header } from "../../protocol/script/action.ts";
import { grouped } from "../en/figures.ts";
import { laneTitles } from "../en/lane-titles.ts";
import { report as words } from "../en/report.ts";
import { verdictSentences } from "../en/verdict-sentences.ts";
import type { AttemptView } from "../run/attempt.ts";
import type { LaneView } from "../run/lane.ts";
import type { Run } from "../run/run.ts";
import { verdict } from "../verdict/verdict.ts";
import { fenced, inline, prose, table } from "./quote/markdown.ts";

/** Rows of the table of events; an issue of a bug tracker holds some 60 000 characters. */
export const MAX_REPORTED_EVENTS = 100;

/** What the trace does not know. `recorded`: the date and time of the run, as people write them. */
export type About = { recorded: string; agent: string };

/** The report on `run`. */
export function reportOn(run: Run, about: About): string {
  const { headline, also } = verdict(run);
  const said = [
    verdictSentences.measured(headline),
    verdictSentences.inferred(headline),
    verdictSentences.cure(headline),
    ...also.map(verdictSentences.also),
  ];
  return [
    words.title(verdictSentences.headline(headline)),
    said
      .filter((sentence) => sentence !== "")
      .map(prose)
      .join(" "),
    facts(run, about),
    words.events,
    ...events(run),
    ...run.lanes.flatMap(heads),
    words.script,
    fenced(run.setup.script.text),
    words.made,
    "",
  ].join("\n\n");
}

function facts(run: Run, about: About): string {
  const { setup } = run;
  const { lanes } = verdict(run);
  const protocol = run.lanes
    .map(({ attempts }) => attempts[0]?.reception.size?.protocol)
    .find((one) => one);
  return table(words.facts.head, [
    [words.stream, inline(setup.script.name)],
    [words.path, words.pathOf(setup.path)],
    [words.noTransform, words.onOff(setup.noTransform)],
    ...run.lanes.flatMap(({ name }) => {
      const own = lanes[name];
      return own
        ? [
            [
              words.verdict(laneTitles[name]),
              verdictSentences.headline({ lane: name, ...own.delivery }),
            ],
          ]
        : [];
    }),
    [words.browser, inline(setup.browser)],
    [words.agent, inline(about.agent)],
    [words.recorded, inline(about.recorded)],
    [words.clocks, words.clockError(setup)],
    ...(protocol === undefined ? [] : [[words.protocol, inline(protocol)]]),
  ]);
}

function events(run: Run): string[] {
  const lanes = run.lanes.map(({ name, attempts }) => ({ name, rows: measured(attempts[0]) }));
  const count = Math.max(0, ...lanes.map(({ rows }) => rows.length));
  if (count === 0) return [words.noEvents];
  const { columns } = words;
  const head = [
    columns.event,
    columns.type,
    columns.id,
    ...lanes.flatMap(({ name }) =>
      [columns.written, columns.arrived, columns.lag].map((column) =>
        words.onLane(laneTitles[name], column),
      ),
    ),
  ];
  const shown = Array.from({ length: Math.min(count, MAX_REPORTED_EVENTS) }, (_, index) => {
    const one = lanes.map(({ rows }) => rows[index]);
    const { type = "", id = "" } = one.find((row) => row !== undefined) ?? {};
    return [String(index + 1), inline(type), inline(id), ...one.flatMap(times)];
  });
  const more = count - shown.length;
  return [words.times, table(head, shown), ...(more > 0 ? [words.more(more)] : [])];
}

type EventRow = { type: string; id: string; writtenAt: number | null; arrivedAt: number | null };

/** The events of an attempt as they were written; where nobody told of that, as they arrived. */
function measured(attempt: AttemptView | undefined): EventRow[] {
  if (attempt === undefined) return [];
  const { written, arrived, passages } = attempt;
  if (written.length === 0) {
    return arrived.map(({ type, lastEventId, arrivedAt }) => ({
      type,
      id: lastEventId,
      writtenAt: null,
      arrivedAt,
    }));
  }
  const arrivals = new Map(passages.map(({ number, arrivedAt }) => [number, arrivedAt]));
  return written.map(({ number, type, lastEventId, writtenAt }) => ({
    type,
    id: lastEventId,
    writtenAt,
    arrivedAt: arrivals.get(number) ?? null,
  }));
}

function times(row: EventRow | undefined): string[] {
  const { writtenAt = null, arrivedAt = null } = row ?? {};
  const lag = writtenAt === null || arrivedAt === null ? null : arrivedAt - writtenAt;
  return [writtenAt, arrivedAt, lag].map((ms) => (ms === null ? words.never : grouped(ms)));
}

function heads({ name, attempts }: LaneView): string[] {
  const [attempt] = attempts;
  const request = attempt?.connection?.request;
  const asked = request
    ? fenced(
        `${request.method} ${request.url} HTTP/${request.httpVersion}\n${lines(request.headers)}`,
      )
    : words.notTold;
  const head = attempt?.head;
  return [
    words.heads(laneTitles[name]),
    words.asked,
    asked,
    attempt?.reception.head ? words.answered : words.sent,
    head ? fenced(`${head.status}\n${lines(head.headers)}`) : words.notTold,
  ];
}

function lines(headers: readonly Header[]): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join("\n");
}
