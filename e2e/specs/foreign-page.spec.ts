/** A page of somebody else's, on another port: what it links to or frames plays nothing and runs nothing. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { firstSetUp } from "../../client/playground/set-up.ts";
import { writeLink } from "../../client/share/link.ts";
import { test as base, expect, type PlaygroundPage } from "../pages/playground.ts";

const TELL = "(window.opener ?? parent).postMessage('ran in ' + origin, '*')";

/** Whoever had them played could give the playground's own origin a script. */
const DOCUMENT = `@header Content-Type: text/html\n<script>${TELL}</script>\n`;
const SCRIPT = `@header Content-Type: text/javascript\n${TELL}\n`;

declare global {
  var told: string[];
}

/** Serves HTML as another origin; gives its address. */
const test = base.extend<{ foreign: (html: string) => string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that no other fixture is needed
  foreign: async ({}, use) => {
    let html = "";
    const server = createServer((_, response) => {
      response.setHeader("Content-Type", "text/html");
      response.end(html);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    await use((served) => {
      html = `<script>told = []; onmessage = ({ data }) => told.push(data)</script>${served}`;
      return `http://localhost:${port}/`; // the playground's own site: nothing else keeps them apart
    });
    server.closeAllConnections();
    server.close();
  },
});

test("a link begins nothing on a first visit: it waits for Run", async ({ playground, page }) => {
  const asked = playground.tracesAsked();
  await page.goto(`/#${await linkTo(DOCUMENT)}`);
  await playsOnlyAtRun(playground, asked);
});

test("a link that comes while a first visit begins takes its play away", async ({
  playground,
  page,
}) => {
  const asked = playground.tracesAsked();
  const link = await linkTo(DOCUMENT);
  // As `otherWindow.location = …#script=…` does, once the page has begun to play by itself.
  await page.addInitScript((link) => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      setItem.call(this, key, value);
      if (key !== "sse-playground.visited") return;
      Storage.prototype.setItem = setItem;
      location.replace(`#${link}`);
    };
  }, link);
  await page.goto("/");
  await playsOnlyAtRun(playground, asked);
});

test("framed, loaded as a script or opened, neither page nor play does anything", async ({
  page,
  foreign,
}) => {
  const posted: string[] = [];
  page.context().on("request", (request) => {
    if (request.method() !== "GET") posted.push(request.url());
  });
  const answers: number[] = [];
  page.context().on("response", (response) => {
    if (response.url().includes("/api/sse/")) answers.push(response.status());
  });
  const origin = new URL(test.info().project.use.baseURL ?? "").origin;
  for (const script of [DOCUMENT, SCRIPT]) {
    expect((await page.request.post("/api/scripts", { data: { script } })).status()).toBe(201);
  }
  // It has loaded when its frames have, or were refused.
  await page.goto(
    foreign(`
      <iframe src="${origin}/#${await linkTo(DOCUMENT)}"></iframe>
      <iframe src="${origin}${addressOf(DOCUMENT)}"></iframe>
      <script src="${origin}${addressOf(SCRIPT)}"></script>`),
  );
  for (const frame of page.frames().slice(1)) {
    await expect.soft(frame.locator("sse-app, script")).toHaveCount(0);
  }
  expect.soft(await page.evaluate(() => told)).toEqual([]);
  expect.soft(posted).toEqual([]);

  const [opened] = await Promise.all([
    page.waitForEvent("popup"),
    page.evaluate((url) => void window.open(url), `${origin}${addressOf(DOCUMENT)}`),
  ]);
  await opened.waitForLoadState("domcontentloaded"); // Firefox shows a page of its own, which is never done
  await expect.poll(() => [...new Set(answers)]).toEqual([403]);
  expect(await page.evaluate(() => told)).toEqual([]);
});

function linkTo(text: string): Promise<string> {
  return writeLink({ ...firstSetUp, text });
}

/** Where the server plays a text that was left with it: anybody who has the text knows. */
function addressOf(text: string): string {
  return `/api/sse/${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
}

async function playsOnlyAtRun(on: PlaygroundPage, asked: readonly string[]): Promise<void> {
  await expect(on.script.editor).toContainText("<script>");
  // What was about to begin asks the servers first; whoever asks after it is answered after it.
  for (let time = 1; time <= 3; time++) await on.page.evaluate(() => playground.readServers());
  expect(asked).toEqual([]);
  await on.begins(() => on.run.click());
  await on.over();
  await expect(on.verdict).toHaveText("No stream");
  expect(asked).toHaveLength(1);
}
