/** The typewriter: the demo model's answer reaches both lanes, by every client. */
import { headerValue } from "../../trace/run/head.ts";
import { ANSWER, POEM } from "../pages/chat-panel.ts";
import { expect, lanes, onBuiltPage, test } from "../pages/playground.ts";

test.use({ ...onBuiltPage, viewport: { width: 1440, height: 900 } });

test("both lanes answer the same prompt, token by token, and [DONE] is explained", async ({
  playground,
  page,
}) => {
  const { chat, trace, log } = playground;
  await playground.openChat();
  await expect(chat.panel).toContainText("demo");
  await playground.ask();
  await playground.over();
  for (const lane of lanes) {
    await expect(chat.text(lane)).toHaveText(ANSWER);
    await expect(chat.text(lane)).toContainText("[DONE]: the chat service's own word for the end.");
    await expect(chat.answer(lane)).toContainText(
      /first token\s*[\d\s]+ms\s*pace\s*[\d.]+ tokens\/s/,
    );
    const { arrived } = await trace.attempt(lane);
    expect(new Set(arrived.map(({ arrivedAt }) => arrivedAt)).size, "instants").toBeGreaterThan(5);
    await expect.poll(() => trace.timesAsked(lane)).toBe(1);
  }
  await expect(playground.state("eventsource")).toHaveText(
    "CLOSED (readyState 2): this page closed it",
  );
  await expect(playground.state("fetch")).toHaveText("done");
  await page.keyboard.press("/");
  await log.search.fill("is the chat service’s word");
  await expect(log.count).toHaveText(/^2 of /);
  await log.search.press("Escape");

  await test.step("a token, its event and its row are one thing", async () => {
    await log.look("Lines");
    const word = chat.text("fetch").getByText("“Streaming”", { exact: false }).first();
    await expect(async () => {
      await word.click(); // the log is read in slices, and may not have come to its row
      await expect(log.selected).toContainText("“Streaming”", { timeout: 1000 });
    }).toPass();
    await expect(log.selected).toContainText("dispatch");
    const title = (await word.getAttribute("title")) ?? "";
    expect(title).toMatch(/^id .*, chunk \d+$/);
    await log.lane("EventSource").click();
    await log.select(new RegExp(`${title.replace(/.*, /, "")}\\b`)); // not that of chunk 12 for chunk 1
    await page.mouse.move(5, 5); // the row that has scrolled below it is another one
    await expect(word).toHaveAttribute("aria-current", "true");
  });

  await test.step("keys go from token to token, and to the log", async () => {
    const text = chat.text("fetch");
    const current = chat.token("fetch");
    await text.focus();
    await page.keyboard.press("Home");
    await expect(current).toHaveText("You");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(current).toHaveText("“Why");
    await page.keyboard.press("ArrowLeft");
    await expect(current).toHaveText("asked:");
    await expect(async () => {
      await page.keyboard.press("Enter"); // as above: the log may not have come to its row
      await expect(log.selected).toContainText("asked:", { timeout: 1000 });
    }).toPass();
    await page.keyboard.press("End");
    await expect(current).toHaveText("them.");
    await page.keyboard.press("?");
    await expect(playground.keys).toContainText("In an answer: the token before");
    await page.keyboard.press("Escape");
  });

  await log.look("Story");
  await log.rows.press("Home");
  await expect(log.row("fetch can POST: the body holds the prompt")).toHaveCount(1);
});

test("Enter asks, Shift+Enter breaks the line, slow is a switch, and one button asks", async ({
  page,
  playground,
}) => {
  const { chat } = playground;
  await playground.openChat();
  await chat.slow.getByText("on", { exact: true }).click();
  await chat.prompt.fill("two");
  await chat.prompt.press("Shift+Enter");
  await chat.prompt.pressSequentially("lines");
  await expect(chat.prompt).toHaveValue("two\nlines");
  const posted = page.waitForRequest((request) => request.method() === "POST");
  await playground.begins(() => chat.prompt.press("Enter"));
  expect((await posted).postDataJSON()).toMatchObject({ message: "two\nlines (slow)" });
  await expect(page.getByRole("button", { name: /^Ask/ })).toHaveCount(1);
  await playground.stop.click();
});

test("each client of the EventSource lane asks in its own way", async ({ playground }) => {
  const { chat, trace, log } = playground;
  const authorization = async () =>
    headerValue((await trace.attempt("eventsource")).request, "Authorization");
  await playground.openChat("A poet");
  await log.lane("fetch").click();

  await test.step("the browser's own: the prompt stands in the URL, and has to fit", async () => {
    await chat.prompt.fill("字".repeat(400)); // nine characters each, once it is encoded
    await expect(chat.panel).not.toContainText("414");
    await chat.prompt.fill("字".repeat(500));
    await expect(chat.panel).toContainText("414");
    await playground.ask();
    await expect(playground.state("eventsource")).toContainText("414");
    await expect(chat.text("fetch")).toHaveText(POEM);
  });

  await test.step("in two steps a prompt reaches the model that a URL cannot carry", async () => {
    await chat.client.selectOption("EventSource in two steps");
    await expect(chat.panel).not.toContainText("414");
    await playground.ask();
    await playground.over();
    await expect(chat.text("eventsource")).toHaveText(POEM);
    await expect(chat.answer("eventsource")).toContainText("at the server: no Authorization");
    expect(await authorization()).toBe(null);
    await log.rows.press("Home");
    await expect(log.row("The second of two steps")).toHaveCount(1);
  });

  await test.step("the npm package sends a header, which the browser's own cannot", async () => {
    await chat.client.selectOption("npm package eventsource");
    await chat.prompt.fill("Hi");
    await playground.ask();
    await expect(chat.text("eventsource")).toHaveText(POEM);
    await expect(playground.lane("eventsource")).toContainText(/reconnection time\s*3.000.ms/);
    const headers = chat.answer("eventsource").getByText("at the server: Authorization (redacted)");
    await headers.click();
    await expect(chat.answer("eventsource")).toContainText("The package sent it.");
    expect(await authorization()).toBe("(redacted)");
    await log.rows.press("Home");
    await expect(log.row("the prompt stands in the URL")).toHaveCount(1);
  });
});

test("what goes wrong is told, with what to do", async ({ playground }) => {
  const { chat } = playground;
  await playground.openChat();
  await chat.prompt.fill(" ");
  await playground.ask();
  await expect(playground.verdict).toContainText("No stream");
  for (const lane of lanes) {
    await expect(playground.state(lane)).toContainText("400");
    await expect(chat.answer(lane).getByRole("alert")).toContainText(
      "Refused (400). There is nothing to ask the model; write a message",
    );
  }
  await expect(playground.streamNote).toHaveCount(0); // nobody meant that to be a stream

  await chat.client.selectOption("EventSource in two steps");
  await chat.prompt.fill("long ".repeat(4000));
  await playground.ask();
  for (const lane of lanes) {
    await expect(chat.answer(lane).getByRole("alert")).toContainText(
      "Refused (413). The message has 20000 characters; write one of at most 16384",
    );
  }
  await expect(playground.verdictSentence).toContainText("The answer is 413");

  await chat.prompt.fill("fail 429");
  await playground.ask();
  for (const lane of lanes) {
    await expect(chat.answer(lane).getByRole("alert")).toContainText(/rate-limited \(429\).*ask/i);
  }
  await expect(chat.text("fetch")).toContainText("No answer: the model refused.");
  await playground.over();
  await expect(playground.state("eventsource")).toHaveText(
    "CLOSED (readyState 2): this page closed it",
  );

  await chat.prompt.fill("call a tool");
  await playground.ask();
  for (const lane of lanes) {
    await expect(chat.text(lane)).toContainText("No text: the model asks for tools instead.");
    await expect(chat.text(lane)).toContainText('weather({"city":"Ulm"})');
  }
  await playground.over();
});

test("a link to the chat asks nobody, and holds no prompt", async ({ playground, page }) => {
  const { chat } = playground;
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/\/api\/chats?(\?|$)/.test(request.url())) asked.push(request.url());
  });
  await playground.openChat();
  await chat.prompt.fill("a secret question");
  await expect(page).toHaveURL(/#stream=chat(&proxy=off)?$/);
  await page.reload();
  await expect(chat.prompt).toBeVisible();
  await expect(chat.prompt).not.toHaveValue("a secret question");
  expect(asked).toEqual([]);

  await test.step("its neighbours in the list are those of the keys", async () => {
    await expect(playground.stream).toBeEnabled(); // the list has come
    await page.keyboard.press("[");
    await expect(playground.stream).toHaveText("typewriter-cut");
    await page.keyboard.press("]");
    await expect(playground.stream).toHaveText("Chat model");
    await page.keyboard.press("]");
    await expect(playground.stream).toHaveText("five-ticks"); // nobody has dropped a file in
    await page.keyboard.press("[");
    await expect(playground.stream).toHaveText("Chat model");
    expect(asked).toEqual([]);
  });

  await test.step("on a phone the answer is not covered by whoever asks", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: "Prompt", exact: true }).click();
    await chat.role.selectOption("A poet");
    await playground.ask();
    await expect(chat.prompt).toBeHidden();
    await expect(chat.text("eventsource")).toHaveText(POEM);
  });
});
