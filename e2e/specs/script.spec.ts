/** The stream script: what the editor says of it, and that what is written is what runs. */
import {
  expect,
  lanes,
  ONCE,
  onBuiltPage,
  type PlaygroundPage,
  test,
} from "../pages/playground.ts";

test.use(onBuiltPage);

test.beforeEach(async ({ playground }) => {
  await playground.open();
  await expect(playground.script.part("retry: 1000")).toBeVisible();
});

test("what the editor says while one writes, and what it does", async ({ page, playground }) => {
  const { script } = playground;
  const anew = async (what: string, body: () => Promise<void>) => {
    await test.step(what, body);
    await script.reset.click();
    await expect(script.part("retry: 1000")).toBeVisible();
  };

  await anew("each blank line that is sent says what it does", async () => {
    await expect(script.part("⏎ ends the block; no data, no event")).toHaveCount(1);
    await expect(script.part("⏎ dispatch")).toHaveCount(1);
    await script.write("data: a\n\ndata: b\n");
    await expect(script.part("⏎ dispatch")).toHaveCount(1);
    await expect(script.problems).toHaveText([/no blank line ends this block/]);
  });

  await anew("an error is underlined and listed until it is put right", async () => {
    await script.type("@wiat 5");
    await expect(script.part("@wiat")).toHaveCSS("text-decoration-style", "wavy");
    await expect(script.problems).toHaveText([/line 14, column 1.*@wiat.*@wait/s]);
    await expect(playground.run).toBeDisabled();
    await expect(page.getByRole("button", { name: "Side by side" })).toBeDisabled();
    await expect(page.getByRole("button", { name: "Connect" }).first()).toBeDisabled();
    await script.part("@wiat").hover();
    await expect(script.explanation).toHaveText(/@wait/);

    await script.problems.getByRole("button").click();
    await script.editor.pressSequentially("@wait");
    await expect(script.problems).toHaveText([/unit/]);
    await script.editor.press("ControlOrMeta+End");
    await script.editor.pressSequentially("ms");
    await expect(script.problems).toHaveCount(0);
    await expect(playground.run).toBeEnabled();
  });

  await anew("a misspelt field is put right by one click", async () => {
    await script.write("evnt: x\nretry: 5s\n\n");
    await expect(script.problems).toHaveText([/there is no field evnt/, /digits and nothing else/]);
    await script.problems.getByRole("button", { name: "Write event", exact: true }).click();
    await expect(script.part("event: x")).toBeVisible();
    await script.problems.getByRole("button", { name: "Write retry: 5000", exact: true }).click();
    await expect(script.problems).toHaveCount(0);
  });

  await anew("a directive is completed, its words are typed over", async () => {
    await script.type("@wa");
    await expect(script.suggestions).toHaveText([/@wait 500ms.*Pauses\./]);
    // A click that comes right after the list, from a hand that cannot have seen it, is not heard.
    await expect(async () => {
      if (await script.suggestions.isVisible()) await script.suggestions.click();
      await expect(script.part("@wait 500ms")).toHaveCount(2, { timeout: 500 });
    }).toPass();
    await script.editor.pressSequentially("1s");
    await expect(script.part("@wait 1s")).toBeVisible();
  });

  await anew("nobody gets caught", async () => {
    await script.type(": x");
    await script.editor.press("Tab");
    await expect(script.editor).not.toBeFocused();
    await script.editor.focus();
    // The first Escape may go to suggestions that are about to be shown.
    await expect(async () => {
      await script.editor.press("Escape");
      await expect(script.editor).not.toBeFocused({ timeout: 500 });
    }).toPass();
  });

  await anew("a response head that curl printed becomes directives", async () => {
    await script.pasteAsStream("HTTP/1.1 503 Busy\nRetry-After: 5\n\ndata: later\n\n");
    await expect(script.part("@status 503")).toBeVisible();
    await expect(script.part("@header Retry-After: 5")).toBeVisible();
    await expect(script.part("data: later")).toBeVisible();
  });
});

test("what was written or pasted runs in both lanes, event types, colours and all", async ({
  playground,
}) => {
  const { script } = playground;
  await script.write(`event: mine\ndata: x\n\n${ONCE}`);
  await playground.begins(() => script.editor.press("ControlOrMeta+Enter"));
  await expectRow(playground, ["mine", "", "x"]);
  const cell = playground.events("fetch").first().getByRole("cell", { name: "mine" });
  const colour = await cell.evaluate((element) => getComputedStyle(element).color);
  await expect(script.part("event: mine")).toHaveCSS("color", colour);

  await script.pasteAsStream("id: 7\ndata: @home {{n}}\n@x\n\n");
  await expect(script.part("data: @home {{{{n}}")).toBeVisible();
  await script.type(ONCE);
  await playground.begins(() => playground.run.click());
  await expectRow(playground, ["message", "7", "@home {{n}}"]);
});

test("an edit can be undone and reset, and stays with its stream: Back returns to it", async ({
  playground,
  page,
}) => {
  const { script } = playground;
  await script.write("data: mine\n\n");
  await expect(script.edited).toBeVisible();
  await script.editor.press("ControlOrMeta+z");
  await expect(script.part("retry: 1000")).toBeVisible();
  await expect(script.edited).toBeHidden();

  await script.write("data: mine\n\n");
  await script.reset.click();
  await expect(script.part("retry: 1000")).toBeVisible();
  await expect(script.edited).toBeHidden();

  await playground.begins(() => playground.run.click());
  await script.write("data: mine\n\n");
  await expect(page.getByText("Script changed.")).toBeVisible();
  await playground.play("no-content");
  await expect(script.part("data: mine")).toBeHidden();
  await expect(script.edited).toBeHidden();
  await expect(page.getByText("Script changed.")).toBeHidden();
  await page.goBack();
  await expect(script.part("data: mine")).toBeVisible();
  await page.reload();
  await expect(script.part("data: mine")).toBeVisible();
});

async function expectRow(playground: PlaygroundPage, cells: string[]): Promise<void> {
  for (const lane of lanes) {
    await expect(playground.events(lane)).toHaveCount(1);
    const row = playground.events(lane).getByRole("cell");
    await expect(row).toHaveText([...cells, /\sms/]);
  }
}
