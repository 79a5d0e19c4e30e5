/** Faults at the press of a button: what the page foretells of each client in this browser, it does. */
import type { LaneName } from "../../trace/run/records.ts";
import { expect, lanes, test } from "../pages/playground.ts";
import { type Press, pressAll, ticks, type Ways } from "../support/presses.ts";

const waits = /Nothing tells the page/;
const goesOn = /The stream goes on/;
const pilesUp = /arrives at once/;
const loses = /What the compressor holds is lost/;
const neverAsks = /fetch never asks again/;
const fails = /It fails with TypeError/;
const endsProperly = /The body ends properly/;
const isHidden = /The dev server hides the cut/;
const asksAgain = /readyState 0: it asks again after 500.ms/;
const comesBack = /its client comes back: it asks again after 500.ms/;
const givesUp = /the answer is no event stream.*readyState 2: it gives up/;
const isReplaced = /the answer is no event stream.*a new one takes its place/;
const failsForGood = /the answer is no event stream.*fails the connection/;
const toTheFinal = /straight to the new address/;
const fromTheFirst = /again from the first address/;

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

/** What is pressed in a run, and what each client showed in the end; where nothing stands, it depends on the browser. */
type PlayedRun = [presses: Press[], shown: Partial<Record<LaneName, string>>];

/** The runs of a page, one after the other. */
const pages: [name: string, ways: Ways, comesBack: readonly LaneName[], runs: PlayedRun[]][] = [
  [
    "compress false",
    {},
    [],
    [
      [
        [
          stall,
          release,
          freeze,
          redirect("307", neverAsks),
          cut("FIN", fails),
          end,
          answer("503", givesUp),
          end,
        ],
        {
          eventsource: "open, error 0, open, error 0, open, error 0, error 2",
          fetch: "head, failure TypeError",
        },
      ],
      [
        [redirect("308", neverAsks), cut("RST", isHidden), end, answer("html", givesUp), end],
        { eventsource: "open, error 0, open, error 0, open, error 0, error 2", fetch: "head, end" },
      ],
    ],
  ],
  [
    "direct",
    { proxy: false },
    [],
    [
      [
        [answer("500", givesUp, neverAsks), cut("RST", fails)],
        { eventsource: "open, error 0, error 2", fetch: "head, failure TypeError" },
      ],
      [
        [redirect("308", neverAsks), endBoth, end, answer("204", givesUp), end],
        { eventsource: "open, error 0, open, error 0, open, error 0, error 2", fetch: "head, end" },
      ],
    ],
  ],
  ["compress true", { compress: true }, [], [[[cutBehindCompressor, endBoth], {}]]],
  [
    "compress false, both come back",
    {},
    lanes,
    [
      [
        [
          stall,
          release,
          freeze,
          redirect("307", fromTheFirst),
          cut("FIN", comesBack),
          endBack,
          answer("204", isReplaced, failsForGood),
          endBack,
        ],
        {
          eventsource: "open, error 0, open, error 0, open, error 0, error 2, open",
          fetch: "head, failure TypeError, head, end, head, end, head, failure NotAnEventStream",
        },
      ],
      [
        [
          redirect("308", fromTheFirst),
          cut("RST", comesBack),
          answer("html", isReplaced, failsForGood),
          endBack,
        ],
        {
          eventsource: "open, error 0, open, error 0, error 2, open",
          fetch: "head, end, head, end, head, failure NotAnEventStream",
        },
      ],
    ],
  ],
  [
    "direct, both come back",
    { proxy: false },
    lanes,
    [
      [
        [
          redirect("307", fromTheFirst),
          cut("FIN", comesBack),
          endBack,
          answer("500", isReplaced, failsForGood),
          endBack,
        ],
        {
          eventsource: "open, error 0, open, error 0, open, error 0, error 2, open",
          fetch: "head, failure TypeError, head, end, head, end, head, failure NotAnEventStream",
        },
      ],
      [
        [
          redirect("308", fromTheFirst),
          cut("RST", comesBack),
          answer("503", isReplaced, failsForGood),
          endBack,
        ],
        {
          eventsource: "open, error 0, open, error 0, error 2, open",
          fetch: "head, failure TypeError, head, end, head, failure NotAnEventStream",
        },
      ],
    ],
  ],
  [
    "compress true, both come back",
    { compress: true },
    lanes,
    [[[cutBehindCompressor, endBack], {}]],
  ],
];

for (const [name, ways, comesBack, runs] of pages) {
  test(`${name}: each client does what was foretold`, async ({ playground, browserName }) => {
    const { faults, trace } = playground;
    await playground.open(`/#${await ticks(500, ways, comesBack)}`);
    await faults.opener.click();
    for (const [presses, shown] of runs) {
      await playground.begins(() => playground.run.click());
      await pressAll(playground, presses, browserName);
      for (const lane of lanes) {
        if (shown[lane] === undefined) continue;
        await expect.poll(async () => (await trace.shown(lane)).join(", "), lane).toBe(shown[lane]);
      }
    }
  });
}

test("what waits behind another next answer is not foretold, and that one is judged by its own", async ({
  playground,
}) => {
  const { faults, trace } = playground;
  await playground.open(`/#${await ticks(500, {}, lanes)}`);
  await faults.opener.click();
  await playground.begins(() => playground.run.click());
  for (const lane of lanes) await trace.running(lane, 1);
  await faults.button("Redirect").click();
  await expect(faults.outcome("fetch")).toHaveText("fetch: press End to see it");
  for (const lane of lanes) {
    await expect(faults.foretold("Next answer", lane)).toHaveText(/another answer waits before it/);
  }
  await faults.choose("Next answer is", "503");
  await faults.button("Next answer").click();
  await faults.button("End").click();
  for (const lane of lanes) {
    await expect(faults.outcome(lane, 0), "End").toHaveText(/as foretold/);
    await expect(faults.outcome(lane, 1), "503").toHaveText(/nothing was foretold/);
    await expect(faults.outcome(lane, 2), "redirect").toHaveText(/as foretold/);
  }
});

test("where nothing runs nothing can be broken, and it says so", async ({ playground, page }) => {
  const { faults } = playground;
  await playground.open();
  await page.keyboard.press("o");
  await expect(faults.dialog).toBeVisible();
  for (const name of [
    "Cut",
    "End",
    "Stall",
    "Next answer",
    "Redirect",
    "Close the door",
    "Freeze",
  ]) {
    await expect(faults.button(name)).toBeDisabled();
    await expect(faults.button(name)).toHaveAttribute("title", "Nothing runs now.");
  }
  await page.keyboard.press("Escape");
  await expect(faults.dialog).toBeHidden();
});

test("one lane alone is broken, and what the server refuses is told", async ({ playground }) => {
  const { faults } = playground;
  await playground.open();
  await faults.opener.click();
  await playground.begins(() => faults.button("Play ticker").click());
  await playground.trace.running("fetch", 1);
  await faults.choose("To", "fetch");
  await expect(faults.foretold("End", "eventsource")).toHaveText("It is left alone.");
  for (let pressed = 1; pressed <= 5; pressed++) await faults.button("Redirect").click();
  await expect(faults.history).toHaveCount(5);
  await expect(faults.history.first()).toContainText("Not done: 4 faults wait for this client");
  await faults.button("End").click();
  await expect(faults.outcome("fetch")).toHaveText("fetch: as foretold");
  await expect(faults.outcome("eventsource")).toHaveCount(0);
  await expect(playground.state("fetch")).toHaveText("done");
  await expect(playground.state("eventsource")).toHaveText("1 open");
  await expect(faults.button("End")).toBeDisabled();
});
