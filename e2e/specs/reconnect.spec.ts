/** EventSource comes back by itself, and closes for good; fetch does what the page does. */
import { headerValue } from "../../trace/run/head.ts";
import { expect, lanes, type PlaygroundPage, test } from "../pages/playground.ts";
import type { SeenAttempt } from "../pages/trace.ts";

const dropped = [
  ...["retry: 300", ""],
  ...["id: 1", "data: one", "", "id: 2", "data: two", ""],
  ...["@wait 1s", "@drop"],
  ...["id: 3", "data: three", "", "id: 4", "data: four", ""],
  ...["@status 204", ""],
].join("\n");

test("a cut stream goes on after the last id, without loss or repetition, on either path", async ({
  playground,
}) => {
  await playground.open();
  await playground.script.write(dropped);
  await playground.begins(() => playground.run.click());
  await goesOn(playground);
  await playground.begins(() => playground.turn("proxy", "off"));
  await goesOn(playground);
});

async function goesOn(playground: PlaygroundPage): Promise<void> {
  const { trace } = playground;
  const attempts = [
    await trace.attempt("eventsource", 1),
    await trace.attempt("eventsource", 2),
    await trace.attempt("eventsource", 3),
  ];
  expect(attempts.map(({ request }) => headerValue(request, "Last-Event-ID"))).toEqual([
    null,
    "2",
    "4",
  ]);
  expect(attempts.map(({ arrived }) => arrived.map((event) => event.lastEventId))).toEqual([
    ["1", "2"],
    ["3", "4"],
    [],
  ]);
  expect(attempts.map(({ end }) => end.reason)).toEqual([
    { why: "drop", how: "fin" },
    { why: "played" },
    { why: "played" },
  ]);
  await expect(playground.state("eventsource")).toHaveText(
    "CLOSED (readyState 2): the server said 204",
  );

  // What the page has not read when a connection is cut, fetch throws away: on a busy machine that may be all.
  const fetched = await trace.attempt("fetch");
  const ids = fetched.arrived.map((event) => event.lastEventId);
  expect(ids).toEqual(["1", "2"].slice(0, ids.length));
  await expect(playground.state("fetch")).toHaveText("failed: TypeError");
}

test("an end is no end: EventSource says that it waits, and asks again until a 204", async ({
  playground,
}) => {
  await playground.open();
  await playground.play("ends-and-comes-back");
  await expect(playground.state("eventsource")).toHaveText(/readyState\s0\):\sasks\sagain/);
  for (const lane of lanes) {
    await expect(playground.lane(lane)).toContainText(/reconnection time\s*1\s000\sms/);
  }
  const { trace } = playground;
  for (const number of [1, 2]) {
    const { arrived } = await trace.attempt("eventsource", number);
    expect(arrived.map(({ data }) => data)).toEqual([`this is answer ${number}`]);
  }
  await trace.attempt("eventsource", 3);
  await expect(playground.lane("eventsource")).toContainText(/attempt\s*3/);
  await expect(playground.state("eventsource")).toHaveText(
    "CLOSED (readyState 2): the server said 204",
  );
  expect((await trace.attempt("fetch")).arrived).toHaveLength(1);
  await expect(playground.state("fetch")).toHaveText("done");
});

test("custom-event asks for a return after 30 s, and Stop ends it for the server before its next tick", async ({
  playground,
}) => {
  await playground.open();
  await playground.play("custom-event");
  for (const lane of lanes) {
    await expect(playground.events(lane).nth(1)).toContainText("customEvent");
    await expect(playground.lane(lane)).toContainText(/reconnection time\s*30\s000\sms/);
  }
  for (const { passages, ending, end } of await stopped(playground)) {
    const [one, two] = passages.map(({ writtenAt }) => writtenAt);
    const tick = (two ?? 0) - (one ?? 0);
    expect(end.at - ending.at, "from the page's close to the server's").toBeLessThan(tick);
  }
});

/** Presses Stop and returns the lanes' attempts; the server saw both clients leave. */
async function stopped(playground: PlaygroundPage): Promise<SeenAttempt[]> {
  await playground.stop.click();
  await expect(playground.state("eventsource")).toHaveText(
    "CLOSED (readyState 2): this page closed it",
  );
  await expect(playground.state("fetch")).toHaveText("aborted");
  const attempts = await Promise.all(lanes.map((lane) => playground.trace.attempt(lane)));
  for (const { end } of attempts) expect(end.reason).toEqual({ why: "left" });
  return attempts;
}
