/**
 * A run as a Markdown report for a bug tracker: verdict, figures, measured table, heads, script. What a
 * stream brought stands in it as text and nothing else.
 */

import type { Header } from "../../protocol/script/action.ts";
import { grouped } from "../en/figures.ts";
import { laneTitles } from "../en/lane-titles.ts";
import { report as words } from "../en/report.ts";
import { verdictSentences } from "../en/verdict.ts";
import type { AttemptView } from "../run/attempt.ts";
import type { LaneView } from "../run/lane.ts";
import type { Run } from "../run/run.ts";
import { verdict } from "../verdict/verdict.ts";
import { fenced, inline, prose, table } from "./quote/markdown.ts";

/** The table of events has so many rows at the most; an issue of a bug tracker holds some 60 000 characters. */
export const MAX_REPORTED_EVENTS = 100;

/** What the trace does not know. `recorded`: the date and time of the run, as people write them. */
export type About = { recorded: string; agent: string };

/** The report on `run`, as it stands at `now`, ms since it began. */
export function reportOn(run: Run, about: About, now = run.latest): string {
  const { headline, also } = verdict(run, now);
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
    facts(run, about, now),
    words.events,
    ...events(run),
    ...run.lanes.flatMap(heads),
    words.script,
    fenced(run.setup.script.text),
    words.made,
    "",
  ].join("\n\n");
}

function facts(run: Run, about: About, now: number): string {
  const { setup } = run;
  const { lanes } = verdict(run, now);
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
    [words.browser(setup), inline(setup.browser)],
    [words.agent, inline(about.agent)],
    [words.recorded, inline(about.recorded)],
    [words.clocks, words.clockError(setup)],
    ...(protocol === undefined ? [] : [[words.protocol, inline(protocol)]]),
  ]);
}

function events(run: Run): string[] {
  const attempts = eventful(run).map((number) => ({ number, rows: rowsOf(run, number) }));
  const rows = attempts.flatMap(({ rows }) => rows);
  if (rows.length === 0) return [words.noEvents];
  const isOnly = attempts.length === 1;
  const { columns } = words;
  const head = [
    ...(isOnly ? [] : [columns.attempt]),
    columns.event,
    columns.type,
    columns.id,
    ...run.lanes.flatMap(({ name }) =>
      [columns.written, columns.arrived, columns.lag].map((column) =>
        words.onLane(laneTitles[name], column),
      ),
    ),
  ];
  const shown = attempts
    .flatMap(({ number, rows }) => rows.map((row) => (isOnly ? row : [String(number), ...row])))
    .slice(0, MAX_REPORTED_EVENTS);
  const more = rows.length - shown.length;
  return [words.times, table(head, shown), ...(more > 0 ? [words.more(more)] : [])];
}

function eventful(run: Run): number[] {
  const numbers = run.lanes.flatMap(({ attempts }) =>
    attempts
      .filter(({ written, arrived }) => written.length + arrived.length > 0)
      .map(({ number }) => number),
  );
  return [...new Set(numbers)].toSorted((one, other) => one - other);
}

function rowsOf(run: Run, number: number): string[][] {
  const lanes = run.lanes.map(({ attempts }) =>
    measured(attempts.find((attempt) => attempt.number === number)),
  );
  const length = Math.max(0, ...lanes.map((rows) => rows.length));
  return Array.from({ length }, (_, index) => {
    const one = lanes.map((rows) => rows[index]);
    const { type = "", id = "" } = one.find((row) => row !== undefined) ?? {};
    return [String(index + 1), inline(type), inline(id), ...one.flatMap(times)];
  });
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
