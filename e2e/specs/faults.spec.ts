/** Faults at the press of a button: what the page foretells of each client in this browser, it does. */
import type { LaneName } from "../../trace/run/records.ts";
import { expect, lanes, test } from "../pages/playground.ts";
import { type Press, pressAll, ticks, type Ways } from "../support/presses.ts";

const waits = /The page is not told/;
const goesOn = /The stream continues/;
const pilesUp = /arrive together/;
const loses = /What the compressor holds is lost/;
const neverAsks = /fetch never asks again/;
const fails = /It fails with a TypeError/;
const endsProperly = /The response ends normally/;
const isHidden = /The dev server hides the cut/;
const asksAgain = /readyState 0\) and asks again after 500.ms/;
const comesBack = /its client asks again after 500.ms/;
const givesUp = /answer is no event stream.*readyState 2\) and gives up/;
const isReplaced = /answer is no event stream.*a new one takes its place/;
const failsForGood = /answer is no event stream.*that is final/;
const toTheFinal = /straight to the new address/;
const fromTheFirst = /from the first address again/;

const stall: Press = { button: "Stall", eventsource: waits, fetch: waits };
const release: Press = { button: "Release", eventsource: goesOn, fetch: goesOn };
const freeze: Press = { button: "Freeze", eventsource: pilesUp, fetch: pilesUp };
const end: Press = { button: "End", eventsource: asksAgain };
const endBoth: Press = { ...end, fetch: endsProperly };
const endBack: Press = { ...end, fetch: comesBack };
const cut = (by: "FIN" | "RST", fetch: RegExp): Press => ({
  button: "Cut",
  choice: ["Cut by", by],
  eventsource: asksAgain,
  fetch,
});
const cutBehindCompressor: Press = { ...cut("FIN", loses), eventsource: loses };
const answer = (what: string, eventsource: RegExp, fetch?: RegExp): Press => ({
  button: "Next answer",
  choice: ["Next answer is", what],
  eventsource,
  ...(fetch && { fetch }),
});
const redirect = (status: "307" | "308", fetch?: RegExp): Press => ({
  button: "Redirect",
  choice: ["Redirect by", status],
  eventsource: status === "308" ? toTheFinal : { chromium: toTheFinal, firefox: fromTheFirst },
  ...(fetch && { fetch }),
});

/** `shown`: what each client showed in the end; where nothing stands, it depends on the browser. */
type Played = {
  ways: Ways;
  comesBack?: readonly LaneName[];
  presses: Press[];
  shown: Partial<Record<LaneName, string>>;
  /** Where both browsers do the same: what comes back, and what comes of a cut, is our own code's and the dev server's. */
  tag?: "@one";
};

const plays: Record<string, Played> = {
  "compress false": {
    ways: {},
    presses: [
      stall,
      release,
      freeze,
      redirect("307", neverAsks),
      cut("FIN", fails),
      end,
      answer("503", givesUp),
      end,
    ],
    shown: {
      eventsource: "open, error 0, open, error 0, open, error 0, error 2",
      fetch: "head, failure TypeError",
    },
  },
  "compress false, cut by RST": {
    ways: {},
    presses: [redirect("308", neverAsks), cut("RST", isHidden), end, answer("html", givesUp), end],
    shown: {
      eventsource: "open, error 0, open, error 0, open, error 0, error 2",
      fetch: "head, end",
    },
    tag: "@one",
  },
  direct: {
    ways: { proxy: false },
    presses: [redirect("308", neverAsks), cut("RST", fails), end, answer("204", givesUp), end],
    shown: {
      eventsource: "open, error 0, open, error 0, open, error 0, error 2",
      fetch: "head, failure TypeError",
    },
  },
  "compress true": { ways: { compress: true }, presses: [cutBehindCompressor, endBoth], shown: {} },
  "compress false, both come back": {
    ways: {},
    comesBack: lanes,
    presses: [
      redirect("307", fromTheFirst),
      cut("FIN", comesBack),
      endBack,
      answer("204", isReplaced, failsForGood),
      endBack,
    ],
    shown: {
      eventsource: "open, error 0, open, error 0, open, error 0, error 2, open",
      fetch: "head, failure TypeError, head, end, head, end, head, failure NotAnEventStream",
    },
    tag: "@one",
  },
  "direct, both come back": {
    ways: { proxy: false },
    comesBack: lanes,
    presses: [
      redirect("308", fromTheFirst),
      cut("RST", comesBack),
      answer("503", isReplaced, failsForGood),
      endBack,
    ],
    shown: {
      eventsource: "open, error 0, open, error 0, error 2, open",
      fetch: "head, failure TypeError, head, end, head, failure NotAnEventStream",
    },
    tag: "@one",
  },
};

for (const [name, { ways, comesBack, presses, shown, tag = [] }] of Object.entries(plays)) {
  test(`${name}: each client does what was predicted`, { tag }, async ({
    playground,
    browserName,
  }) => {
    const { faults, trace } = playground;
    await playground.open(`/#${await ticks(500, ways, comesBack)}`);
    await faults.opener.click();
    await playground.begins(() => playground.run.click());
    await pressAll(playground, presses, browserName);
    for (const lane of lanes) {
      if (shown[lane] === undefined) continue;
      await expect.poll(async () => (await trace.shown(lane)).join(", "), lane).toBe(shown[lane]);
    }
  });
}
