/** Faults at the press of a button: what the page foretells of each client in this browser, it does. */
import type { LaneName } from "../trace/records.ts";
import { expect, lanes, type PlaygroundPage, type Switch, test } from "./playground.ts";

/** What is foretold of a lane before the press; a browser's own where they differ. */
type Foretold = RegExp | Readonly<Record<"chromium" | "firefox", RegExp>>;

type Press = { button: string; choice?: [group: string, value: string] } & Partial<
  Record<LaneName, Foretold>
>;

const comesBack = /readyState 0: it asks again after 2.000.ms/;
const fails = /It fails with TypeError/;
const endsProperly = /The body ends properly/;
const neverAsks = /fetch never asks again/;
const givesUp = /the answer is no event stream.*readyState 2/;
const toTheFinal = /straight to the new address/;
const end: Press = { button: "End", eventsource: comesBack };

/** Each run is of one stream; what is pressed in it one after the other, and what both clients showed in the end. */
const runs: {
  turns: [which: Switch, value: string][];
  presses: Press[];
  shown: Readonly<Partial<Record<LaneName, string[]>>>;
}[] = [
  {
    turns: [],
    presses: [
      { button: "Stall", eventsource: /Nothing tells the page/, fetch: /Nothing tells the page/ },
      { button: "Release", eventsource: /The stream goes on/, fetch: /The stream goes on/ },
      { button: "Freeze", eventsource: /arrives at once/, fetch: /arrives at once/ },
      { button: "Cut", choice: ["Cut by", "FIN"], eventsource: comesBack, fetch: fails },
    ],
    shown: { eventsource: ["open", "error 0", "open"], fetch: ["head", "failure TypeError"] },
  },
  {
    turns: [],
    presses: [
      {
        button: "Redirect",
        choice: ["Redirect by", "307"],
        eventsource: { chromium: toTheFinal, firefox: /again from the first address/ },
        fetch: neverAsks,
      },
      { ...end, fetch: endsProperly },
      end,
      { button: "Next answer", choice: ["Next answer is", "503"], eventsource: givesUp },
      end,
    ],
    shown: {
      eventsource: ["open", "error 0", "open", "error 0", "open", "error 0", "error 2"],
      fetch: ["head", "end"],
    },
  },
  {
    turns: [],
    presses: [
      {
        button: "Cut",
        choice: ["Cut by", "RST"],
        eventsource: comesBack,
        fetch: /The dev server hides the cut/,
      },
      { button: "Next answer", choice: ["Next answer is", "html"], eventsource: givesUp },
      end,
    ],
    shown: {
      eventsource: ["open", "error 0", "open", "error 0", "error 2"],
      fetch: ["head", "end"],
    },
  },
  {
    turns: [["proxy", "off"]],
    presses: [
      { button: "Next answer", choice: ["Next answer is", "500"], fetch: neverAsks },
      { button: "Cut", choice: ["Cut by", "RST"], eventsource: comesBack, fetch: fails },
    ],
    shown: { eventsource: ["open", "error 0", "error 2"], fetch: ["head", "failure TypeError"] },
  },
  {
    turns: [["proxy", "off"]],
    presses: [
      { button: "Redirect", choice: ["Redirect by", "308"], eventsource: toTheFinal },
      { button: "Cut", choice: ["Cut by", "FIN"], eventsource: comesBack, fetch: fails },
      end,
      { button: "Next answer", choice: ["Next answer is", "204"], eventsource: givesUp },
      end,
    ],
    shown: {
      eventsource: ["open", "error 0", "open", "error 0", "open", "error 0", "error 2"],
      fetch: ["head", "failure TypeError"],
    },
  },
  {
    turns: [["compress", "true"]],
    presses: [
      {
        button: "Cut",
        choice: ["Cut by", "FIN"],
        eventsource: /What the compressor holds is lost/,
        fetch: /What the compressor holds is lost/,
      },
      { ...end, fetch: endsProperly },
    ],
    shown: { fetch: ["head", "end"] },
  },
];

/** What these do shows only after the next press. */
const LATER = ["Stall", "Next answer", "Redirect"];

for (const { turns, presses, shown } of runs) {
  const way = turns.map((turn) => turn.join(" ")).join(", ") || "compress false";
  const words = presses.map(({ button, choice }) =>
    [button, choice?.[1]].filter(Boolean).join(" "),
  );
  test(`${way}: ${words.join(", ")}`, async ({ playground, browserName }) => {
    test.slow(); // it waits for up to three reconnection times
    const { faults, trace } = playground;
    const browser = browserName === "firefox" ? "firefox" : "chromium";
    await playground.open();
    for (const [which, value] of turns) await playground.turn(which, value);
    await faults.opener.click();
    await playground.begins(() => faults.button("Play ticker").click());
    for (const press of presses) {
      await test.step(press.button, async () => {
        await trace.running("eventsource", 1);
        await pressIt(playground, press, browser);
      });
    }
    for (const lane of lanes) {
      // A repeat by the browser itself depends on the browser; what comes of it is in `holds`.
      if (shown[lane]) await expect.poll(() => trace.shown(lane), lane).toEqual(shown[lane]);
    }
    for (const word of ["not seen yet", "not as foretold", "Not done", "nothing was foretold"]) {
      await expect(faults.history.filter({ hasText: word }), word).toHaveCount(0);
    }
  });
}

async function pressIt(
  { faults }: PlaygroundPage,
  press: Press,
  browser: "chromium" | "firefox",
): Promise<void> {
  if (press.choice) await faults.choose(...press.choice);
  const foretold = lanes.flatMap((lane) => {
    const words = press[lane];
    if (words === undefined) return [];
    return [{ lane, words: words instanceof RegExp ? words : words[browser] }];
  });
  for (const { lane, words } of foretold) {
    await expect(faults.foretold(press.button, lane), lane).toHaveText(words);
  }
  await faults.button(press.button).click();
  if (LATER.includes(press.button)) return;
  for (const { lane } of foretold)
    await expect(faults.outcome(lane)).toHaveText(/:\s+as foretold\s*$/);
}

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
