/** The typewriter: the demo model's answer reaches both lanes, by every client, once, and can be gone on with. */
import { headerValue } from "../trace/head.ts";
import type { ModelFact } from "../trace/records.ts";
import { expect, lanes, type PlaygroundPage, test } from "./playground.ts";

test.use({ viewport: { width: 1440, height: 900 } });

/** Of the demo model, to the prompt that stands there at first; and its shortest, which it gives as a poet. */
const ANSWER = /^You asked: “Why does text .*Whoever decodes each chunk by itself tears them\./s;
const POEM = /^(One line, and then another|The stream was cut).*(🌊|🌙)/s;

/** Four tokens a second. */
const SLOW = "slow, please";

test("both lanes answer the same prompt, token by token, and [DONE] is explained", async ({
  playground,
}) => {
  const { chat, trace, log } = playground;
  await open(playground);
  await expect(chat.panel).toContainText("demo");
  await ask(playground);
  await playground.over();
  for (const lane of lanes) {
    await expect(chat.text(lane)).toHaveText(ANSWER);
    await expect(chat.text(lane)).toContainText("[DONE]: the chat service's own word for the end.");
    await expect(chat.answer(lane)).toContainText(
      /first token\s*[\d\s]+ms\s*pace\s*[\d.]+ tokens\/s/,
    );
    const { arrived } = await trace.attempt(lane);
    expect(new Set(arrived.map(({ arrivedAt }) => arrivedAt)).size, "instants").toBeGreaterThan(5);
    expect(didAsk(await trace.modelFacts(lane))).toBe(1);
  }
  await expect(playground.state("eventsource")).toHaveText("2 closed by this page");
  await expect(playground.state("fetch")).toHaveText("done");
  await expect(log.row("[DONE] is the chat service’s word")).toHaveCount(2);
  await log.lane("fetch").click();
  await log.rows.press("Home");
  await expect(log.row("the prompt stands in the URL")).toHaveCount(1);
});

test("a token, its event and its row are one thing", async ({ playground, page }) => {
  const { chat, log } = playground;
  await open(playground);
  await ask(playground);
  await playground.over();
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

test("in two steps a long prompt reaches the model that a URL cannot carry", async ({
  playground,
}) => {
  const { chat } = playground;
  await open(playground);
  await chat.prompt.fill("long ".repeat(1200));
  await expect(chat.panel).toContainText("414");
  await ask(playground);
  await expect(playground.state("eventsource")).toContainText("414");
  await expect(chat.text("fetch")).toContainText("[DONE]");

  await chat.client.selectOption("EventSource in two steps");
  await ask(playground);
  await playground.over();
  await expect(chat.text("eventsource")).toContainText("[DONE]");
  await playground.log.lane("fetch").click();
  await playground.log.rows.press("Home");
  await expect(playground.log.row("The second of two steps")).toHaveCount(1);
});

test("without a prompt both lanes are told why", async ({ playground }) => {
  await open(playground);
  await playground.chat.prompt.fill(" ");
  await ask(playground);
  await expect(playground.verdict).toContainText("No stream");
  for (const lane of lanes) await expect(playground.state(lane)).toContainText("400");
});

test("the package sends an Authorization header, which the browser's own cannot", async ({
  playground,
}) => {
  const { chat, trace } = playground;
  await open(playground, "A poet");
  const authorization = async () =>
    headerValue((await trace.attempt("eventsource")).request, "Authorization");
  await ask(playground);
  await expect(chat.answer("eventsource")).toContainText("at the server: no Authorization");
  expect(await authorization()).toBe(null);

  await chat.client.selectOption("npm package eventsource");
  await ask(playground);
  await expect(chat.text("eventsource")).toHaveText(POEM);
  const headers = chat.answer("eventsource").getByText("at the server: Authorization (redacted)");
  await headers.click();
  await expect(chat.answer("eventsource")).toContainText("The run before: no Authorization.");
  expect(await authorization()).toBe("(redacted)");
});

test("a cut in the middle: EventSource goes on after the last token, and the model is asked once", async ({
  playground,
  page,
}) => {
  const { chat, trace } = playground;
  await open(playground, "A poet");
  await chat.prompt.fill(SLOW);
  await ask(playground);
  await expect(chat.text("eventsource")).toContainText("line");
  const name = await trace.name();
  await page.request.post("/api/faults", {
    data: { trace: name, lane: "eventsource", fault: { kind: "drop", how: "reset" } },
  });
  await expect(chat.text("eventsource")).toHaveText(POEM, { timeout: 20_000 });
  await trace.attempt("eventsource", 2);
  const facts = await trace.modelFacts("eventsource");
  expect(didAsk(facts)).toBe(1);
  expect(facts.map(({ did }) => did)).toContain("resumed");
});

test("a page that is loaded anew goes on with its answer", async ({ playground, page }) => {
  const { chat, trace } = playground;
  await open(playground);
  await chat.prompt.fill(SLOW);
  await ask(playground);
  for (const lane of lanes) await expect(chat.text(lane)).toContainText("You asked");
  await page.reload();
  await chat.resume.click();
  for (const lane of lanes) {
    await expect(chat.text(lane)).toHaveText(/^You asked: “slow, please” \S+ \S+ \S+ \S+/);
    const facts = await trace.modelFacts(lane);
    expect(facts.map(({ did }) => did)).toEqual(["resumed"]);
  }
  await playground.stop.first().click();
});

test("Stop stops the model, and not only the page", async ({ playground }) => {
  const { chat, trace } = playground;
  await open(playground);
  await chat.prompt.fill(SLOW);
  await ask(playground);
  for (const lane of lanes) await expect(chat.text(lane)).toContainText("slow, please");
  await playground.stop.first().click();
  for (const lane of lanes) {
    const stopped = async () => (await trace.modelFacts(lane)).at(-1);
    await expect.poll(stopped).toMatchObject({ did: "stopped", why: "asked" });
  }
});

test("what goes wrong with the model is told, with what to do", async ({ playground }) => {
  const { chat } = playground;
  await open(playground);
  await chat.prompt.fill("fail 429");
  await ask(playground);
  for (const lane of lanes) {
    await expect(chat.answer(lane).getByRole("alert")).toContainText(/rate-limited \(429\).*ask/i);
  }
  await playground.over();
  await expect(playground.state("eventsource")).toHaveText("2 closed by this page");
});

test("two wrong clients lose what chunks cut or glue", async ({ playground }) => {
  const { chat } = playground;
  await open(playground);
  await ask(playground);
  await playground.over();
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

test("a relay that splits per chunk loses tokens and says “undefined”", async ({ playground }) => {
  const { chat } = playground;
  await open(playground);
  await chat.way.selectOption("✗ relay splits per chunk");
  await ask(playground);
  await playground.over();
  await expect(chat.text("eventsource")).toContainText("undefined");
  await expect(chat.wrong("eventsource")).toContainText(/Lost .* of 75\stokens; shows/);
  await expect(chat.wrong("eventsource").getByRole("insertion").first()).toHaveText("undefined");
  await expect(chat.wrong("eventsource").getByRole("deletion")).not.toHaveCount(0);
  await expect(chat.text("fetch")).toHaveText(ANSWER);
});

test("no close() at [DONE] on a relay without ids: the model is asked three times", async ({
  playground,
}) => {
  const { chat } = playground;
  await open(playground, "A poet");
  await chat.way.selectOption("✗ no close() at [DONE]");
  await ask(playground);
  await expect(chat.wrong("eventsource")).toContainText("The model was asked three times", {
    timeout: 40_000,
  });
  await expect(playground.state("eventsource")).toHaveText("2 closed by this page", {
    timeout: 20_000,
  });
  expect(didAsk(await playground.trace.modelFacts("fetch"))).toBe(1);
});

test("a link to the chat asks nobody, and holds no prompt", async ({ playground, page }) => {
  const { chat } = playground;
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/\/api\/chats?(\?|$)/.test(request.url())) asked.push(request.url());
  });
  await open(playground);
  await chat.prompt.fill("a secret question");
  await expect(page).toHaveURL(/#stream=chat$/);
  await page.reload();
  await expect(chat.prompt).toBeVisible();
  await expect(chat.prompt).not.toHaveValue("a secret question");
  expect(asked).toEqual([]);
});

async function open(playground: PlaygroundPage, role?: string): Promise<void> {
  await playground.open();
  await playground.chat.choose();
  if (role !== undefined) await playground.chat.role.selectOption(role);
}

async function ask(playground: PlaygroundPage): Promise<void> {
  await playground.begins(() => playground.chat.ask.click());
}

function didAsk(facts: readonly ModelFact[]): number {
  return facts.filter(({ did }) => did === "asked").length;
}
