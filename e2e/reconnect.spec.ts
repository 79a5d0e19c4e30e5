/** EventSource comes back by itself, and closes for good; fetch does what the page does. */
import { headerValue } from "../trace/head.ts";
import { expect, type Switch, test } from "./playground.ts";

const ways: [name: string, turns: [which: Switch, value: string][]][] = [
  ["direct", [["proxy", "off"]]],
  ["through compress: false", []],
];

for (const [name, turns] of ways) {
  test(`${name}, a cut stream goes on after the last id, without loss or repetition`, async ({
    playground,
  }) => {
    await playground.open();
    for (const [which, value] of turns) await playground.turn(which, value);
    await playground.play("drop-and-resume");

    const { trace } = playground;
    const first = await trace.attempt("eventsource", 1);
    await expect(playground.state("eventsource")).toHaveText("0 reconnecting in 1 000 ms");
    const second = await trace.attempt("eventsource", 2);
    const third = await trace.attempt("eventsource", 3);
    const attempts = [first, second, third];
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
    await expect(playground.lane("eventsource")).toContainText(/attempt\s*2/);
    await expect(playground.state("eventsource")).toHaveText("2 closed by 204");

    const fetched = await trace.attempt("fetch");
    expect(fetched.arrived.map((event) => event.lastEventId)).toEqual(["1", "2"]);
    await expect(playground.state("fetch")).toHaveText("failed: TypeError");
  });
}

test("an end is no end: EventSource asks again until a 204", async ({ playground }) => {
  await playground.open();
  await playground.play("ends-and-comes-back");
  const { trace } = playground;
  for (const number of [1, 2]) {
    const { arrived } = await trace.attempt("eventsource", number);
    expect(arrived.map(({ data }) => data)).toEqual([`this is answer ${number}`]);
  }
  await trace.attempt("eventsource", 3);
  await expect(playground.state("eventsource")).toHaveText("2 closed by 204");
  expect((await trace.attempt("fetch")).arrived).toHaveLength(1);
  await expect(playground.state("fetch")).toHaveText("done");
});

for (const name of ["custom-event", "endless-ticker"]) {
  test(`Stop ends ${name} for the server too, sooner than its next tick`, async ({
    playground,
  }) => {
    await playground.open();
    await playground.play(name);
    for (const lane of ["eventsource", "fetch"] as const) {
      await expect(playground.events(lane)).not.toHaveCount(0);
      await expect(playground.events(lane)).not.toHaveCount(1);
    }
    await playground.stop.click();
    await expect(playground.state("eventsource")).toHaveText("2 closed by this page");
    await expect(playground.state("fetch")).toHaveText("aborted");

    for (const lane of ["eventsource", "fetch"] as const) {
      const { end, ending, passages } = await playground.trace.attempt(lane);
      expect(end.reason).toEqual({ why: "left" });
      const [one, two] = passages;
      const tick = (two?.writtenAt ?? 0) - (one?.writtenAt ?? 0);
      expect(Math.abs(end.at - ending.at), "from the page's close to the server's").toBeLessThan(
        tick,
      );
    }
  });
}

test("custom-event arrives by its name, and asks for a return after 30 s", async ({
  playground,
}) => {
  await playground.open();
  await playground.play("custom-event");
  for (const lane of ["eventsource", "fetch"] as const) {
    await expect(playground.events(lane).first()).toContainText("customEvent");
    await expect(playground.lane(lane)).toContainText(/reconnection time\s*30\s000\sms/);
  }
});
