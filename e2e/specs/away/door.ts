/** The server's door is closed for a while, or the server is gone: what was predicted of each client comes true (docs/facts.md, 1 and 5). */
import type { Family } from "../../../trace/run/behaviour.ts";
import { expect, lanes } from "../../pages/playground.ts";
import { nameOf, type Press, pressAll, ticks, type Ways } from "../../support/presses.ts";
import { test } from "../../support/with-own-servers.ts";

const RETRY = 2000; // ms

const REFUSED = "CLOSED (readyState 2): gave up, the server was not reached";

const fails = /It fails with a TypeError/;
const asksAgain = /readyState 0\) and asks again after 2.000.ms/;
const asksAndAsks = /readyState 0\) and asks again and again, until the server answers/;
const comesBack = /its client asks again after 2.000.ms/;

/** Shorter than the reconnection time, then longer. */
const door = (seconds: 1 | 4, foretold: Omit<Press, "button" | "choice">): Press => ({
  button: "Close the door",
  choice: ["Closed for", `${seconds} s`],
  ...foretold,
});

const cases: [
  name: string,
  ways: Ways,
  back: boolean,
  presses: Press[],
  states: [eventsource: string | Record<Family, string>, fetch: string],
][] = [
  [
    "direct Chromium tries on and Firefox gives up",
    { proxy: false },
    false,
    [
      door(1, { eventsource: asksAgain, fetch: fails }),
      door(4, {
        eventsource: {
          chromium: asksAndAsks,
          firefox: /the connection is refused.*readyState 2\) and gives up/,
        },
      }),
    ],
    [{ chromium: "OPEN (readyState 1)", firefox: REFUSED }, "failed: TypeError"],
  ],
  [
    "through the dev server both come back after its 504",
    {},
    true,
    [
      door(1, { eventsource: asksAgain, fetch: comesBack }),
      door(4, {
        eventsource: /504: the server is away.*a new one takes its place/,
        fetch: /504: the server is away.*asks again after a wait/,
      }),
    ],
    ["OPEN (readyState 1)", "reading"],
  ],
];

for (const [name, ways, back, presses, states] of cases) {
  const tag = back ? "@one" : []; // to come back is our own code's; that a 504 ends an EventSource: restart.ts
  test(`behind a closed door, ${name}`, { tag }, async ({ playground, servers, browserName }) => {
    await servers.startServer();
    await playground.open(`${servers.page}#${await ticks(RETRY, ways, back ? lanes : [])}`);
    await playground.faults.opener.click();
    await playground.begins(() => playground.run.click());
    await pressAll(playground, presses, browserName);
    const [ofEventSource, ofFetch] = states;
    const browser = nameOf(browserName);
    const state = typeof ofEventSource === "string" ? ofEventSource : ofEventSource[browser];
    await expect(playground.state("eventsource")).toHaveText(state);
    await expect(playground.state("fetch")).toHaveText(ofFetch);
  });
}

test("while the server is gone nothing can be broken, and both come back when it does", {
  tag: "@one",
}, async ({ playground, servers }) => {
  const { faults, trace } = playground;
  await servers.startServer();
  await playground.open(`${servers.page}#${await ticks(RETRY, { proxy: false }, lanes)}`);
  await faults.opener.click();
  await playground.begins(() => playground.run.click());
  for (const lane of lanes) await trace.running(lane, 2);
  await servers.kill("SIGKILL");
  await expect(playground.state("fetch")).toContainText("asks again");
  await expect(faults.button("Cut")).toBeDisabled();
  await expect(faults.button("Cut")).toHaveAttribute("title", "Nothing runs until it asks again.");
  await faults.button("Next answer").click();
  await expect(faults.history).toHaveText(/Not done: The server does not answer/);
  for (const lane of lanes) await expect(faults.outcome(lane), lane).toHaveCount(0);

  await servers.startServer();
  for (const lane of lanes) await trace.running(lane, 1);
  await expect(playground.state("eventsource")).toHaveText("OPEN (readyState 1)");
  await expect(playground.state("fetch")).toHaveText("reading");
});
