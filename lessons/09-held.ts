import { milliseconds } from "../trace/en/figures.ts";
import { headerValue } from "../trace/run/head.ts";
import type { LaneName } from "../trace/run/records.ts";
import type { Run } from "../trace/run/run.ts";
import type { Word } from "../trace/verdict/finding.ts";
import { verdict } from "../trace/verdict/verdict.ts";
import { defineLesson } from "./lesson.ts";
import { arrivals, atTheEnd, isFirstOver, momentAt, observed, without } from "./seeing.ts";

/** So many events must have been written before it counts that none has arrived. */
const MANY = 10;

function firstWord(run: Run, lane: LaneName): Word | undefined {
  return verdict(run).lanes[lane]?.first.word;
}

/** Ms between the first event and the last one that reached the page. */
function spread(run: Run): number {
  const got = arrivals(run);
  return Math.round((got.at(-1)?.arrivedAt ?? 0) - (got[0]?.arrivedAt ?? 0));
}

function isBurst(run: Run): boolean {
  return firstWord(run, "eventsource") === "burst-at-end";
}

/** An end that never comes: what it has written, and whether anything came through. */
function behind(run: Run) {
  const [attempt] = run.lane("eventsource").attempts;
  const offered = headerValue(attempt?.connection?.request?.headers ?? [], "Accept-Encoding");
  return {
    written: attempt?.written.length ?? 0,
    got: attempt?.arrived.length ?? 0,
    opened: attempt?.announcedAt != null,
    offersBr: offered === null || /\bbr\b/.test(offered), // browsers do so on trustworthy addresses alone
  };
}

export default defineLesson({
  name: "held",
  title: "Who is holding my stream?",
  shows: "One switch of a dev server turns a live stream into one burst, and one header cures it.",
  minutes: 5,
  routes: ["short", "long"],
  start: { stream: "five-ticks", switches: { noTransform: false, proxy: true, compress: false } },
  steps: [
    {
      prose: [
        {
          says: "The server writes an event every half second. Between it and this page stands a dev server.",
          shownBy: "live",
        },
      ],
      hint: "Which button plays the stream?",
      checks: [
        {
          name: "live",
          says: "Each event arrived as it was written",
          holds: (run) =>
            atTheEnd(
              run,
              firstWord(run, "eventsource") === "live",
              `${arrivals(run).length} events over ${milliseconds(spread(run))}`,
            ),
          falseOn: ["burst-br", "live-direct", without("dispatch")],
        },
      ],
      why: [],
      uses: ["eventsource", "fetch"],
    },
    {
      prose: [
        {
          says: "Now the dev server compresses, which is its default.",
          source: { fact: "`compress: true` (**the default**)" },
        },
      ],
      predict: {
        ask: "With `compress: true`, when does event 1 arrive?",
        choices: ["at once", "with event 5"],
        answer: (run) => (!isFirstOver(run) ? null : isBurst(run) ? 1 : 0),
        seenAt: (run) => momentAt(arrivals(run)[0]?.arrivedAt),
      },
      act: [{ do: "turn", which: "compress", to: true }],
      hint: "Which switch in the picture could make the dev server wait?",
      checks: [
        {
          name: "all-five",
          says: "The page got all five",
          holds: (run) =>
            atTheEnd(run, arrivals(run).length === 5, `${arrivals(run).length} events`),
          falseOn: ["cut-live", "burst-br", without("dispatch")],
        },
        {
          name: "one-burst",
          says: "All in one piece, when the stream had ended",
          holds: (run) => atTheEnd(run, isBurst(run), `within ${milliseconds(spread(run))}`),
          falseOn: ["live-direct", "burst-br", without("dispatch")],
        },
      ],
      why: [
        {
          says: "The compressor collects events until it has enough, or until the end.",
          source: { fact: "Brotli writes nothing at all" },
        },
      ],
      uses: ["eventsource", "fetch"],
    },
    {
      prose: [
        { says: "This stream never ends. The dev server still compresses.", shownBy: "nothing" },
      ],
      predict: {
        ask: "What arrives?",
        choices: ["several events now and then", "nothing"],
        answer: (run) => {
          const { written, got } = behind(run);
          return got > 0 ? 0 : written >= MANY ? 1 : null;
        },
        seenAt: (run) => momentAt(run.lane("eventsource").attempts[0]?.written.at(-1)?.writtenAt),
      },
      hint: "How many events does the dev server hold?",
      checks: [
        {
          name: "nothing",
          says: "Ten events were written, and none arrived",
          holds: (run) => {
            const { written, got } = behind(run);
            if (got > 0) return { is: "false", figures: `${got} arrived` };
            return observed(run, written >= MANY, `${written} written, none arrived`);
          },
          falseOn: ["live-direct", "burst-br", without("write")],
        },
        {
          name: "not-even-open",
          says: "With br (Brotli), not even `open` fired",
          holds: (run) => {
            const { written, opened, offersBr } = behind(run);
            if (!offersBr) return observed(run, written >= MANY, "no br is offered here");
            if (opened) return { is: "false", figures: "it fired" };
            return observed(run, written >= MANY, `not while ${written} events were written`);
          },
          falseOn: ["live-direct", "burst-br", without("write")],
        },
      ],
      why: [
        {
          says: "`curl -N` shows it live all the same: it asks for no compression, your browser does.",
          source: {
            fact: "`curl -N` asks for no compression and sees the stream live where a browser gets a burst",
          },
        },
      ],
      uses: ["eventsource", "fetch"],
      start: {
        stream: "endless-ticker",
        switches: { noTransform: false, proxy: true, compress: true },
      },
    },
    {
      prose: [
        {
          says: "The server can forbid it by one header: `Cache-Control: no-transform`.",
          shownBy: "cured",
        },
      ],
      predict: {
        ask: "The dev server still compresses. What becomes of this stream?",
        choices: ["it stays stuck", "it flows"],
        answer: (run) => {
          const { written, got } = behind(run);
          return got > 0 ? 1 : written >= MANY ? 0 : null;
        },
        seenAt: (run) => momentAt(arrivals(run)[0]?.arrivedAt),
      },
      act: [{ do: "turn", which: "noTransform", to: true }],
      hint: "Which switch is at the Node server’s own hop?",
      checks: [
        {
          name: "cured",
          says: "Events arrive while the stream runs",
          holds: (run) => {
            const { written, got } = behind(run);
            if (got >= 5) return { is: "true", figures: `${got} of ${written} so far` };
            return observed(run, false, `${got} of ${written}`);
          },
          falseOn: ["cut-live", "live-with-no-transform", without("dispatch")],
        },
      ],
      why: [
        {
          says: "`compress: false` in webpack.config.ts cures it too.",
          source: {
            cure: "| burst / burst; br, gzip where the client takes no br | `devServer: { compress: false }` |",
          },
        },
      ],
      uses: ["eventsource", "fetch"],
      start: {
        stream: "endless-ticker",
        switches: { noTransform: false, proxy: true, compress: true },
      },
    },
  ],
});
