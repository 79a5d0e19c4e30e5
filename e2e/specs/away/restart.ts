/** The Node server is killed in mid-stream and started again: what each client makes of it (docs/facts.md, 1 and 5). */
import { headerValue } from "../../../trace/run/head.ts";
import { expect, lanes, ONCE, type PlaygroundPage } from "../../pages/playground.ts";
import { firstNumbers } from "../../support/cuts.ts";
import { test } from "../../support/with-own-servers.ts";

/** Ten events, six seconds: it still runs when the server is killed. `retry`: ms */
const ten = (retry: number): string =>
  `retry: ${retry}\n@repeat 10\nid: {{n}}\ndata: {{n}}\n\n@wait 600ms\n@end\n${ONCE}`;

/** Over before anybody notices. */
const ONE = `data: it runs\n\n${ONCE}`;

test.describe("the Node server is killed", () => {
  test.beforeEach(async ({ playground, servers }) => {
    await servers.startServer();
    await servers.standBy();
    await playground.open(servers.page);
  });

  test("back in time, the stream goes on after the last id", { tag: "@one" }, async ({
    playground,
    servers,
  }) => {
    await playground.script.write(ten(5000)); // by then the server is back: another one stands by
    await playground.begins(() => playground.run.click());
    await twoEventsEach(playground);
    await servers.kill("SIGTERM");
    await servers.startServer();

    const first = await playground.trace.attempt("eventsource", 1);
    expect(first.end.reason).toEqual({ why: "shutdown" });
    const second = await playground.trace.attempt("eventsource", 2);
    expect(headerValue(second.request, "Last-Event-ID")).toBe(first.arrived.at(-1)?.lastEventId);
    const ids = [...first.arrived, ...second.arrived].map(({ lastEventId }) => lastEventId);
    expect(ids).toEqual(firstNumbers(10));
    await expect(playground.state("fetch")).toHaveText("done"); // it was ended properly
    await runsAgain(playground);
  });

  test("still down, the dev server answers for it, EventSource gives up for good, and Run says so", {
    tag: "@one",
  }, async ({ playground, servers }) => {
    await playground.script.write(ten(1000));
    await playground.begins(() => playground.run.click());
    await twoEventsEach(playground);
    await servers.kill("SIGKILL");

    await expect(playground.state("fetch")).toHaveText("failed: TypeError");
    await expect(playground.state("eventsource")).toHaveText(
      "CLOSED (readyState 2): gave up, the server was not reached",
    );
    await servers.startServer();
    await expect.poll(() => playground.trace.boots(), "the tap is back").toHaveLength(2);
    await runsAgain(playground);

    await servers.kill("SIGKILL");
    await playground.script.reset.click();
    await playground.run.click();
    await expect(playground.trouble).toContainText("The Node server does not answer");
    await servers.startServer();
    await runsAgain(playground);
    await expect(playground.trouble).toBeHidden();
  });

  test("still down on the direct path, Chromium tries on and Firefox gives up", async ({
    playground,
    servers,
    browserName,
  }) => {
    await playground.turn("proxy", "off");
    await playground.script.write(ten(1000));
    await playground.begins(() => playground.run.click());
    await twoEventsEach(playground);
    await servers.kill("SIGKILL");

    await expect(playground.state("fetch")).toHaveText("failed: TypeError");
    // the first one told of the cut, the second of an attempt that was refused; Chromium goes on asking
    const errors = async () => (await playground.trace.errors()).length;
    await expect.poll(errors).toBeGreaterThanOrEqual(2);
    await servers.startServer();
    if (browserName === "firefox") {
      await expect(playground.state("eventsource")).toHaveText(
        "CLOSED (readyState 2): gave up, the server was not reached",
      );
    } else {
      await expect(playground.state("eventsource")).toHaveText(
        "CLOSED (readyState 2): the server said 204",
      );
      const ids = (await playground.shown("eventsource")).map(([, id]) => id);
      expect(ids).toEqual(firstNumbers(10));
    }
    await runsAgain(playground);
  });
});

async function twoEventsEach(playground: PlaygroundPage): Promise<void> {
  for (const lane of lanes) {
    await expect(playground.events(lane).nth(1)).toBeVisible();
  }
}

async function runsAgain(playground: PlaygroundPage): Promise<void> {
  await playground.script.write(ONE);
  await playground.begins(() => playground.run.click());
  for (const lane of lanes) {
    expect((await playground.trace.attempt(lane)).arrived).toHaveLength(1);
  }
}
