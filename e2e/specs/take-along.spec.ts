/** What people take along: links, files, code. */
import { readRecorded } from "../../dev/testing/recorded.ts";
import { expect, test } from "../pages/playground.ts";

test("a link brings back script, switches and view, and plays nothing", async ({ playground }) => {
  const { page, script } = playground;
  await playground.open();
  await expect(script.part("retry: 1000")).toBeVisible();
  await script.write("retry: 9\ndata: é中😀\n\n@attempt 2+\n@status 204\n");
  await playground.turn("compress", "true");
  await playground.log.look("Lines");
  await expect(page).toHaveURL(/#compress=on&depth=lines&script=/);

  const asked = playground.tracesAsked();
  await page.goto("about:blank");
  await page.goBack();
  await expect(script.part("data: é中😀")).toBeVisible();
  await expect(playground.segment("compress", "true")).toBeChecked();
  await expect(page.getByRole("radio", { name: "Lines" })).toBeChecked();
  expect(asked).toEqual([]);

  await playground.begins(() => playground.run.click());
  await expect(playground.events("fetch")).toHaveCount(1);
  await expect.poll(() => playground.shown("fetch")).toEqual([["message", "", "é中😀"]]);
});

test("before a run: a damaged link and a file that is no trace are told, the menu copies a link", async ({
  playground,
}) => {
  const { page, share } = playground;
  await playground.open("/#compress=on&script=AAAA");
  await expect(playground.trouble).toHaveText(/The link is damaged/);
  await expect(playground.segment("compress", "false")).toBeChecked();
  await expect(playground.run).toBeEnabled();
  await share.drop("notes.json", '{"a": 1}');
  await expect(playground.trouble).toHaveText(/no trace/);
  await expect(playground.verdict).toHaveText("Ready");

  await playground.turn("compress", "true");
  await share.button.focus();
  await page.keyboard.press("h");
  await expect(share.dialog).toContainText("Nothing has run yet");
  expect(await share.copy("Copy link")).toMatch(/\/#compress=on$/);
  const script = await share.save("Script, .sse");
  expect(script.name).toBe("five-ticks.sse");
  expect(script.text).toContain("@repeat 5");
  await page.keyboard.press("Escape");
  await expect(share.dialog).toBeHidden();
  await expect(share.button).toBeFocused();

  await playground.begins(() => playground.run.click());
  await expect(playground.trouble).toHaveCount(0);
});

test("a trace that is dropped on a first visit, before the page is set up, is opened in place of what would play", async ({
  page,
  playground,
}) => {
  const { promise: isDropped, resolve: go } = Promise.withResolvers<void>();
  await page.route("**/api/scripts", async (route) => {
    await isDropped;
    await route.continue();
  });
  const asked = playground.tracesAsked();
  await page.goto("/");
  await playground.share.drop("burst.json", readRecorded("burst-br"));
  go();
  await expect(playground.share.opened).toContainText("burst.json");
  await page.evaluate(async () => {
    const app = document.querySelector("sse-app"); // the last thing that a first visit's play waits for
    if (app !== null && "ready" in app) await app.ready;
  });
  expect(asked).toEqual([]);
});

test("a trace is saved, and opened again as a run that has ended", async ({ playground }) => {
  const { page, share } = playground;
  await playground.openRecorded("burst-br");
  await expect(playground.verdict).toHaveText("One burst at the end");
  const sentence = await playground.verdictSentence.innerText();
  await share.button.click();

  const trace = await share.save("Trace, JSON");
  const report = await share.save("Report, Markdown");
  expect(report.text).toMatch(/^# One burst at the end\n/);
  expect(report.text).toMatch(/\| 5 \| tick \| 5 \|/);
  const wrote = await share.save("Bytes written to EventSource");
  expect(wrote.text).toMatch(/^retry: 1000\n\nid: 1\nevent: tick\ndata: /);
  const read = await share.save("Bytes that fetch read");
  expect(read.text).toMatch(/^retry: 1000\n\nid: 1\nevent: tick\ndata: /);

  await page.reload();
  await expect(playground.run).toBeEnabled();
  const asked = playground.tracesAsked();
  const dropped = { side: "page", kind: "forgotten", records: 31, at: 0 };
  const file: { records: unknown[] } = JSON.parse(trace.text);
  await share.pick("mine.json", JSON.stringify({ ...file, records: [dropped, ...file.records] }));
  await expect(share.opened).toHaveText(/Opened: mine\.json, recorded .* in \w+ \d+\./);
  await expect(playground.verdict).toHaveText("One burst at the end");
  expect(await playground.verdictSentence.innerText()).toBe(sentence);
  await expect(playground.events("fetch")).toHaveCount(5);
  await expect(playground.log.notKept).toContainText("31 records not kept");
  expect(asked).toEqual([]);

  await playground.begins(() => playground.run.click());
  await expect(share.opened).toHaveCount(0);
});

test("of a browser's capture one stream is picked, and told of from its one end", async ({
  playground,
}) => {
  await playground.open();
  await expect(playground.run).toBeEnabled();
  const began = Date.parse("2026-11-30T06:00:00Z");
  const entry = (path: string, at: readonly number[]) => ({
    startedDateTime: new Date(began).toISOString(),
    time: 2100,
    request: { method: "GET", url: `https://example.test${path}` },
    response: {
      status: 200,
      headers: [{ name: "Content-Type", value: "text/event-stream" }],
      content: {
        mimeType: "text/event-stream",
        text: at.map((ms) => `data: ${ms}\n\n`).join(""), // Chrome has none of what is open
      },
    },
    timings: { wait: 5, receive: 2095 },
    _eventSourceMessages: at.map((ms) => ({
      time: (began + ms) / 1000,
      eventName: "message",
      eventId: "",
      data: String(ms),
    })),
  });
  const entries = [entry("/even", [500, 1000, 1500]), entry("/burst", [2099, 2100, 2100])];
  await playground.share.drop("mine.har", JSON.stringify({ log: { entries } }));
  await playground.page.getByRole("button", { name: /GET https:\/\/example.test\/burst/ }).click();
  await expect(playground.verdict).toHaveText("One burst at the end");
  await expect(playground.timeline).toContainText("not seen from here");
  await expect(playground.page.getByText("Where does yours run?", { exact: true })).toBeVisible();
});

test("the clients run as they are copied", async ({ playground }) => {
  const { page, share } = playground;
  await playground.open();
  await playground.play("every-field");
  await playground.trace.attempt("fetch");
  await share.button.click();
  const printed: string[] = [];
  page.on("console", (message) => printed.push(message.text()));
  for (const [name, last] of [
    ["fetch reader", /^id: 1$/m],
    ["EventSource", /^greeting 1 /m],
  ] as const) {
    const code = await share.copy(name);
    printed.length = 0;
    await page.evaluate((code) => {
      const script = document.createElement("script");
      script.type = "module";
      script.textContent = code;
      document.body.append(script);
    }, code);
    await expect.poll(() => printed.join("\n")).toMatch(last);
  }
  expect(await share.copy("curl")).toMatch(
    /^curl -gN --compressed 'http:\/\/localhost:\d+\/api\/sse\/every-field'/,
  );
  expect(await share.copy("Node server")).toContain("createServer");
});
