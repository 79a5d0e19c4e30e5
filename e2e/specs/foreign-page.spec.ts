/** A page of somebody else's, on another port: what it links to or frames plays nothing and runs nothing. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { Page } from "@playwright/test";
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

/** The address of a page that any HTML can be put into. */
const test = base.extend<{ foreign: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that no other fixture is needed
  foreign: async ({}, use) => {
    const server = createServer((_, response) => {
      response.setHeader("Content-Type", "text/html");
      response.end("<script>told = []; onmessage = ({ data }) => told.push(data)</script>");
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    await use(`http://localhost:${port}/`); // the same site as the playground: nothing else keeps them apart
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
      if (key === "sse-playground.visited") location.replace(`#${link}`);
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
  const origin = new URL(test.info().project.use.baseURL ?? "").origin;
  for (const script of [DOCUMENT, SCRIPT]) {
    expect((await page.request.post("/api/scripts", { data: { script } })).status()).toBe(201);
  }
  await page.goto(foreign);
  await put(page, "iframe", `${origin}/#${await linkTo(DOCUMENT)}`);
  await put(page, "iframe", `${origin}${addressOf(DOCUMENT)}`);
  await put(page, "script", `${origin}${addressOf(SCRIPT)}`);
  for (const frame of page.frames().slice(1)) {
    await expect.soft(frame.locator("sse-app, script")).toHaveCount(0);
  }
  expect.soft(await page.evaluate(() => told)).toEqual([]);
  expect.soft(posted).toEqual([]);

  const answer = await page.evaluate(
    async (url) => {
      const opened = window.open(url);
      return opened === null ? "no window" : "opened";
    },
    `${origin}${addressOf(DOCUMENT)}`,
  );
  expect(answer).toBe("opened");
  const opened = page.context().pages().at(-1) ?? (await page.context().waitForEvent("page"));
  await expect(opened.locator("body")).toContainText("curl -N");
  expect(await page.evaluate(() => told)).toEqual([]);
});

function linkTo(text: string): Promise<string> {
  return writeLink({ ...firstSetUp, text });
}

/** Where the server plays a text that was left with it: anybody who has the text knows. */
function addressOf(text: string): string {
  return `/api/sse/${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
}

/** Settles when the browser has loaded the element, or given it up. */
async function put(page: Page, name: "iframe" | "script", src: string): Promise<void> {
  await page.evaluate(
    ({ name, src }) =>
      new Promise((resolve) => {
        const element = Object.assign(document.createElement(name), { src });
        element.onload = element.onerror = resolve;
        document.documentElement.append(element);
      }),
    { name, src },
  );
}

async function playsOnlyAtRun(playground: PlaygroundPage, asked: readonly string[]): Promise<void> {
  await expect(playground.script.editor).toContainText("<script>");
  // What was about to begin asks the servers first; whoever asks after it is answered after it.
  for (let time = 1; time <= 3; time++)
    await playground.page.evaluate(() => playground.readServers());
  expect(asked).toEqual([]);
  await playground.begins(() => playground.run.click());
  await playground.over();
  await expect(playground.verdict).toHaveText("No stream");
  expect(asked).toHaveLength(1);
}
