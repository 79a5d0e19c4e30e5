/** What people take along of a chat: its trace, which asks nobody when it is opened, and code that asks by itself. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { POEM } from "../pages/chat-panel.ts";
import { expect, lanes, onBuiltPage, test } from "../pages/playground.ts";

// A dev server would make the viewer first; whoever runs copied code runs it in a page of their own.
test.use({ ...onBuiltPage, bypassCSP: true });

const run = promisify(execFile);

const SECRET = "a secret question";
test("a chat's trace is opened again with its question, and asks nobody", async ({
  playground,
}) => {
  const { page, chat, share } = playground;
  await playground.openChat("A poet");
  await chat.client.selectOption("EventSource in two steps");
  await chat.prompt.fill(SECRET);
  await playground.ask();
  await playground.over();
  await share.button.click();
  expect(await share.copy("Copy link")).toMatch(/#stream=chat&proxy=off$/);
  await expect(share.choice("Script, .sse")).toHaveCount(0);
  const trace = await share.save("Trace, JSON");
  const html = await share.save("One HTML file");
  const report = await share.save("Report, Markdown");
  expect(report.text).toContain("GET /api/chats/");
  expect(report.text).toContain(SECRET);
  for (const bytes of ["Bytes written to EventSource", "Bytes that fetch read"]) {
    const { text } = await share.save(bytes);
    expect(text).toMatch(/^id: \w+:1\nevent: start\ndata: .*data: \[DONE\]\n\n$/s);
  }

  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/api\/chats?(\/|$)/.test(pathname)) asked.push(pathname);
  });
  await page.reload();
  await chat.role.getByRole("option").first().waitFor({ state: "attached" });
  await share.pick("mine.json", trace.text);
  await expect(share.opened).toContainText("Opened: mine.json");
  for (const lane of lanes) await expect(chat.text(lane)).toHaveText(POEM);
  await expect(chat.prompt).toHaveValue(SECRET);
  await expect(chat.role.locator("option:checked")).toHaveText("A poet");
  await expect(chat.client.locator("option:checked")).toHaveText("EventSource in two steps");
  expect(new Set(asked)).toEqual(new Set(["/api/chat/about"]));
  await share.button.click();
  expect(await share.copy("fetch reader")).toContain(`{"message":"${SECRET}","role":"poet"}`);

  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  await page.goto(`file://${html.path}`);
  for (const lane of lanes) await expect(chat.text(lane)).toHaveText(POEM);
  await expect(chat.panel).toContainText(SECRET);
  await expect(chat.panel).toContainText("EventSource in two steps");
  await expect(chat.ask).toHaveCount(0);
  await chat.way.selectOption("✗ each chunk is a message");
  await expect(chat.wrong("fetch")).toBeVisible();
  const others = loaded.filter((url) => url !== `file://${html.path}` && !url.startsWith("data:"));
  expect(others).toEqual([]);
});

test("a chat's clients run as they are copied, and stop at [DONE]", async ({ playground }) => {
  const { page, chat, share } = playground;
  await playground.openChat("A poet");
  const printed: string[] = [];
  page.on("console", (message) => printed.push(message.text()));
  const asked: string[] = [];
  page.on("request", (request) =>
    asked.push(`${request.method()} ${new URL(request.url()).pathname}`),
  );

  /** Asks by that client, and copies what it says. */
  const copied = async (client: string, code: string): Promise<string> => {
    await chat.client.selectOption(client);
    await playground.ask();
    await playground.over();
    await share.button.click();
    const text = await share.copy(code);
    await page.keyboard.press("Escape");
    return text;
  };
  /** Runs it in the page, until it has printed the end of the answer. Returns what it asked for. */
  const paste = async (code: string): Promise<string[]> => {
    printed.length = 0;
    asked.length = 0;
    await page.evaluate((code) => {
      const script = document.createElement("script");
      script.type = "module";
      script.textContent = code;
      document.body.append(script);
    }, code);
    await expect.poll(() => printed.join("\n")).toContain("[DONE]");
    return asked.filter((one) => one.includes("/api/chat"));
  };

  expect(await paste(await copied("EventSource", "EventSource"))).toEqual(["GET /api/chat"]);
  await share.button.click();
  const reader = await share.copy("fetch reader");
  await page.keyboard.press("Escape");
  expect(await paste(reader)).toEqual(["POST /api/chat"]);
  const inTwoSteps = await copied("EventSource in two steps", "EventSource");
  const [first, second, ...more] = await paste(inTwoSteps);
  expect(first).toBe("POST /api/chats");
  expect(second).toMatch(/^GET \/api\/chats\/\w+$/);
  expect(more).toEqual([]);
  await share.button.click();
  const inShell = await run("bash", ["-c", await share.copy("curl")]);
  expect(inShell.stdout).toMatch(/data: \[DONE\]\n\n$/);
  await page.keyboard.press("Escape");

  const inNode = await copied("npm package eventsource", "EventSource");
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", inNode]);
  expect(stdout).toMatch(/message \w+:end \[DONE\]\n$/);
});
