/** Nothing that a stream sends runs in the page, or does anything but stand there as text. */
import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { rendered } from "../../dev/testing/rendered-markdown.ts";
import { expect, lanes, ONCE, onBuiltPage, test } from "../pages/playground.ts";
import { TimelinePanel } from "../pages/timeline.ts";

test.use({ ...onBuiltPage, bypassCSP: true }); // whose policy would hide what gets in

/** Whatever runs of it calls `pwned`. */
const MARKUP = `<img src=x onerror="pwned()"><script>pwned()</script><svg onload=pwned()>`;
const LINK = "javascript:pwned()";

declare global {
  var pwnedBy: string[];
}

test.beforeEach(async ({ page, playground }) => {
  await page.addInitScript(() => {
    globalThis.pwnedBy = [];
    const pwned = () => pwnedBy.push(String(new Error("it ran").stack));
    Object.assign(globalThis, { pwned });
  });
  page.on("dialog", (dialog) => dialog.dismiss());
  await page.setViewportSize({ width: 1440, height: 900 });
  await playground.open();
});

test("markup and script URLs are text in the lanes, at each depth of the log, below its rows, and in the editor", async ({
  page,
  playground,
}) => {
  const { script, log } = playground;
  const json = JSON.stringify({ [MARKUP]: [MARKUP, LINK], constructor: { a: 1 } });
  const tree = json.replace("constructor", "__proto__");
  await script.write(
    `retry: 9\nid: ${MARKUP}\nevent: ${MARKUP}\ndata: ${MARKUP}${LINK}\n\ndata: ${tree}\n\n${ONCE}`,
  );
  await expect(script.editor).toContainText(MARKUP);
  await playground.begins(() => script.editor.press("ControlOrMeta+Enter"));
  await playground.over();
  for (const lane of lanes) {
    await expect(playground.events(lane)).toHaveCount(2);
    await expect
      .poll(() => playground.shown(lane))
      .toEqual([
        [MARKUP, MARKUP, MARKUP + LINK],
        ["message", MARKUP, tree],
      ]);
  }
  for (const depth of ["Story", "Lines"] as const) {
    await log.look(depth);
    await expect(log.row("<img src=x").first()).toBeVisible();
  }
  await expect(playground.timeline).toBeVisible();
  await expect(playground.verdict).toHaveText("Two events");

  await log.look("Story");
  await log.lane("EventSource").click();
  await log.select("block 2");
  await log.selected.getByRole("button", { name: "Show the lines on the wire" }).click();
  await log.selected.getByText("The data as a tree").click();
  await log.selected.getByText(`${MARKUP}:`).click();
  await expect(log.selected).toContainText(`0: ${JSON.stringify(MARKUP)}`);
  await log.selected.getByText("__proto__:").click();
  await expect(log.selected).toContainText("a: 1");

  await log.look("Bytes");
  await log.select("<img src=x");
  await log.selected.getByRole("button", { name: "Show the bytes in hex" }).click();
  await expect(log.selected).toContainText("3c 69 6d"); // <im
  await nothingRan(page);
});

test("types that every object has are types like any other, and what turns, colours or hides text is seen", async ({
  page,
  playground,
}) => {
  const types = ["__proto__", "constructor", "toString", "hasOwnProperty", "error", "open"];
  const blocks = types.map((type) => `event: ${type}\nid: ${type}\ndata: ${type}\n\n`);
  // Firefox drops NUL from an EventSource's data (docs/facts.md, 4), so it is not among them.
  const data = "gpj.\u202Eexe \u2066x \u001b[31mred\u0007";
  const shown = "gpj.⟨U+202E⟩exe ⟨U+2066⟩x ␛[31mred␇";
  const { script, log } = playground;
  await script.write(`retry: 9\n${blocks.join("")}id: \u202E7\ndata: ${data}\n\n${ONCE}`);
  await expect(script.editor).not.toContainText("\u202E");
  await playground.begins(() => script.editor.press("ControlOrMeta+Enter"));
  await playground.over();
  for (const lane of lanes) {
    await expect(playground.events(lane)).toHaveCount(types.length + 1);
    await expect
      .poll(() => playground.shown(lane))
      .toEqual([...types.map((type) => [type, type, type]), ["message", "⟨U+202E⟩7", shown]]);
  }
  await log.rows.press("Home"); // it follows what comes last
  await expect(log.row("__proto__").first()).toBeVisible();
  expect(await page.evaluate(() => ({}).toString())).toBe("[object Object]");
  const rows = await log.read();
  expect(rows.map(({ content }) => content).join()).toContain(shown);
  for (const { content, says } of rows) {
    for (const unseen of ["\u202E", "\u2066", "\u001b", "\u0007"]) {
      expect(content + says).not.toContain(unseen);
    }
  }

  await test.step("a response head and its body of markup are text as well", async () => {
    await script.write(`@header Content-Type: text/html\n@header X-Markup: ${MARKUP}\n${MARKUP}\n`);
    await playground.begins(() => script.editor.press("ControlOrMeta+Enter"));
    await playground.over();
    await expect(playground.verdict).toHaveText("No stream");
    await nothingRan(page);
  });
});

test("in every file that is taken along, and in a trace that is opened again, markup is text", async ({
  page,
  playground,
}) => {
  const { script, share } = playground;
  const breaks = "``` | --- | [a](javascript:pwned()) @all";
  await script.write(
    `retry: 9\nid: ${breaks}\nevent: ${breaks}\ndata: ${MARKUP}\ndata: ${breaks}\n\n${ONCE}`,
  );
  await playground.begins(() => script.editor.press("ControlOrMeta+Enter"));
  await playground.over();
  await share.button.click();
  const trace: { setup: { script: object } } = JSON.parse((await share.save("Trace, JSON")).text);
  await page.keyboard.press("Escape");

  // Whoever makes a file by hand may name the stream as well.
  Object.assign(trace.setup.script, { name: MARKUP });
  await share.pick("hostile.json", JSON.stringify(trace));
  await expect(share.opened).toContainText("hostile.json");
  for (const lane of lanes) await expect(playground.events(lane)).toHaveCount(1);
  const shown = await playground.shown("fetch");
  expect(shown).toEqual([[breaks, breaks, `${MARKUP}\n${breaks}`]]);
  await nothingRan(page);

  const picture = await new TimelinePanel(page).save();
  await share.button.click();
  const report = await share.save("Report, Markdown");
  const html = await share.save("One HTML file");

  const outside = report.text.replace(/^(`{3,})\n.*?\n\1$/gms, "");
  const made = new Set(rendered(report.text).map(({ tagName }) => tagName));
  for (const name of ["a", "img", "script", "svg"]) expect(made).not.toContain(name);
  const [row = ""] = outside.split("\n").filter((line) => line.startsWith("| 1 |"));
  const [, rule = ""] = outside.split("\n").filter((line) => line.startsWith("| --- |"));
  expect(row.split("|"), "as many cells as there are columns").toHaveLength(rule.split("|").length);

  const path = test.info().outputPath(picture.name);
  await writeFile(path, picture.text);
  await page.goto(`file://${path}`);
  await expect(page).toHaveTitle(`${MARKUP} · One event`);
  await nothingRan(page);

  await page.goto(`file://${html.path}`);
  await expect(playground.events("fetch")).toHaveCount(1);
  await expect.poll(() => playground.shown("fetch")).toEqual(shown);
  await expect(page).toHaveTitle(`One event · ${MARKUP}`);
  await playground.log.look("Lines");
  await expect(playground.log.row("<img src=x").first()).toBeVisible();
  await nothingRan(page);
});

async function nothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => pwnedBy)).toEqual([]);
  expect(await page.evaluate(() => [...document.images].map(({ src }) => src))).toEqual([]);
}
