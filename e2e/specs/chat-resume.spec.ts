/** An answer that is broken off goes on where it stopped, and Stop stops the model. */
import { POEM } from "../pages/chat-panel.ts";
import { expect, lanes, onBuiltPage, test } from "../pages/playground.ts";

test.use({ ...onBuiltPage, viewport: { width: 1440, height: 900 } });

/** Four tokens a second. */
const SLOW = "slow, please";

test("a cut in the middle: EventSource goes on after the last token, and the model is asked once", async ({
  playground,
  page,
}) => {
  const { chat, trace } = playground;
  await playground.openChat("A poet");
  await chat.prompt.fill(SLOW);
  await playground.ask();
  await expect(chat.text("eventsource")).toContainText("line");
  const name = await trace.name();
  await page.request.post("/api/faults", {
    data: { trace: name, lane: "eventsource", fault: { kind: "drop", how: "reset" } },
  });
  await expect(chat.text("eventsource")).toHaveText(POEM);
  await trace.attempt("eventsource", 2);
  const facts = await trace.modelFacts("eventsource");
  await expect.poll(() => trace.timesAsked("eventsource")).toBe(1);
  expect(facts.map(({ did }) => did)).toContain("resumed");
});

test("a page that is loaded anew goes on with its answer, and Stop stops the model", async ({
  playground,
  page,
}) => {
  const { chat, trace } = playground;
  await playground.openChat();
  await chat.prompt.fill(SLOW);
  await playground.ask();
  for (const lane of lanes) await expect(chat.text(lane)).toContainText("You asked");
  await page.reload();
  for (const lane of lanes) {
    await expect(chat.text(lane)).toHaveText(/^You asked: “slow, please” \S+ \S+ \S+ \S+/);
    const told = async () => (await trace.modelFacts(lane)).map(({ did }) => did);
    await expect.poll(told, lane).toEqual(["resumed"]);
  }
  await playground.stop.first().click();
  for (const lane of lanes) {
    await expect(chat.answer(lane).getByRole("alert")).toHaveCount(0); // the page knows why
    await expect(playground.state(lane)).toHaveText(/this\spage\sclosed\sit|aborted/);
  }

  await playground.ask();
  for (const lane of lanes) await expect(chat.text(lane)).toContainText("slow, please");
  await playground.stop.first().click();
  for (const lane of lanes) {
    const stopped = async () => (await trace.modelFacts(lane)).at(-1);
    await expect.poll(stopped).toMatchObject({ did: "stopped", why: "asked" });
  }
});
