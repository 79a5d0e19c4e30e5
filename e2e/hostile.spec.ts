/** Nothing that a stream sends runs in the page, or does anything but stand there as text. */
import type { Page } from "@playwright/test";
import { expect, lanes, test } from "./playground.ts";

/** Whatever runs of it calls `pwned`. */
const MARKUP = `<img src=x onerror="pwned()"><script>pwned()</script><svg onload=pwned()>`;
const LINK = "javascript:pwned()";
const ONCE = "@attempt 2+\n@status 204\n";

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
  await playground.open();
});

test("markup and script URLs are text in the lanes, at each depth of the log, and in the editor", async ({
  page,
  playground,
}) => {
  const { script, log } = playground;
  await script.write(`id: ${MARKUP}\nevent: ${MARKUP}\ndata: ${MARKUP}${LINK}\n\n${ONCE}`);
  await expect(script.editor).toContainText(MARKUP);
  await playground.begins(() => script.editor.press("ControlOrMeta+Enter"));
  await playground.over();
  for (const lane of lanes) {
    await expect(playground.events(lane)).toHaveCount(1);
    expect(await playground.shown(lane)).toEqual([[MARKUP, MARKUP, MARKUP + LINK]]);
  }
  for (const depth of ["Story", "Lines"] as const) {
    await log.look(depth);
    await expect(log.row("<img src=x").first()).toBeVisible();
  }
  await expect(playground.timeline).toBeVisible();
  await expect(playground.verdict).toHaveText("Can’t tell");
  await nothingRan(page);
});

test("types that every object has are types like any other", async ({ page, playground }) => {
  const types = ["__proto__", "constructor", "toString", "hasOwnProperty", "error", "open"];
  const blocks = types.map((type) => `event: ${type}\nid: ${type}\ndata: ${type}\n\n`);
  await playground.script.write(blocks.join("") + ONCE);
  await playground.begins(() => playground.script.editor.press("ControlOrMeta+Enter"));
  await playground.over();
  for (const lane of lanes) {
    await expect(playground.events(lane)).toHaveCount(types.length);
    expect(await playground.shown(lane)).toEqual(types.map((type) => [type, type, type]));
  }
  await expect(playground.log.row("__proto__").first()).toBeVisible();
  expect(await page.evaluate(() => ({}).toString())).toBe("[object Object]");
});

test("what turns, colours or hides text is seen", async ({ playground }) => {
  // Firefox drops NUL from an EventSource's data (facts.md, 4), so it is not among them.
  const data = "gpj.\u202Eexe \u2066x \u001b[31mred\u0007";
  const shown = "gpj.⟨U+202E⟩exe ⟨U+2066⟩x ␛[31mred␇";
  await playground.script.write(`id: \u202E7\ndata: ${data}\n\n${ONCE}`);
  await expect(playground.script.editor).not.toContainText("\u202E");
  await playground.begins(() => playground.script.editor.press("ControlOrMeta+Enter"));
  await playground.over();
  for (const lane of lanes) {
    await expect(playground.events(lane)).toHaveCount(1);
    expect(await playground.shown(lane)).toEqual([["message", "⟨U+202E⟩7", shown]]);
  }
  const rows = await playground.log.read();
  expect(rows.map(({ content }) => content).join()).toContain(shown);
  for (const { content, says } of rows) {
    for (const unseen of ["\u202E", "\u2066", "\u001b", "\u0007"]) {
      expect(content + says).not.toContain(unseen);
    }
  }
});

test("a response head and its body of markup are text as well", async ({ page, playground }) => {
  const { script } = playground;
  await script.write(`@header Content-Type: text/html\n@header X-Markup: ${MARKUP}\n${MARKUP}\n`);
  await playground.begins(() => script.editor.press("ControlOrMeta+Enter"));
  await playground.over();
  await expect(playground.verdict).toHaveText("No stream");
  await nothingRan(page);
});

async function nothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => pwnedBy)).toEqual([]);
  expect(await page.evaluate(() => [...document.images].map(({ src }) => src))).toEqual([]);
}
