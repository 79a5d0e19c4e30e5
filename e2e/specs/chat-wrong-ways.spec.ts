/** Wrong ways to read a chat model's answer, beside the right one. */
import { ANSWER } from "../pages/chat-panel.ts";
import { expect, onBuiltPage, test } from "../pages/playground.ts";

test.use({ ...onBuiltPage, viewport: { width: 1440, height: 900 } });

test("wrong ways lose what chunks cut or glue", async ({ playground }) => {
  const { chat } = playground;
  await playground.openChat();
  await playground.ask();
  await playground.over();

  await test.step("two clients, which read the recorded chunks", async () => {
    await chat.way.selectOption("✗ each chunk is a message");
    await chat.recut("fetch", "all in one");
    await expect(chat.wrong("fetch")).toContainText(/Lost (\d+) of \1\stokens/);
    await chat.way.selectOption("✗ split on blank lines");
    await expect(chat.wrong("fetch")).toContainText("Nothing was lost, by luck");
    await chat.recut("fetch", "60 B each");
    await expect(chat.wrong("fetch")).toContainText(/Lost \d+ of \d+\stokens; shows \d+\spieces/);
    await expect(chat.wrong("eventsource")).toHaveCount(0);
    await expect(chat.text("fetch")).toHaveText(ANSWER);
  });

  await test.step("a relay that splits per chunk says “undefined”", async () => {
    await chat.way.selectOption("✗ relay splits per chunk");
    await playground.ask();
    await playground.over();
    await expect(chat.text("eventsource")).toContainText("undefined");
    await expect(chat.wrong("eventsource")).toContainText(/Lost .* of 75\stokens; shows/);
    await expect(chat.wrong("eventsource").getByRole("insertion").first()).toHaveText("undefined");
    await expect(chat.wrong("eventsource").getByRole("deletion")).not.toHaveCount(0);
    await expect(chat.text("fetch")).toHaveText(ANSWER);
  });
});

test("no close() at [DONE] on a relay without ids: the model is asked three times", async ({
  playground,
}) => {
  const { chat } = playground;
  await playground.openChat("A poet");
  await chat.way.selectOption("✗ no close() at [DONE]");
  await playground.ask();
  await expect(chat.wrong("eventsource")).toContainText("The model was asked three times");
  await expect(playground.state("eventsource")).toHaveText(
    "CLOSED (readyState 2): this page closed it",
  );
  await expect.poll(() => playground.trace.timesAsked("fetch")).toBe(1);
});
