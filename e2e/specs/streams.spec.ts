/** Shipped streams, as lanes and log show them; what each of all streams says: client/connections/streams.test.ts. */
import { streamNames } from "../../dev/testing/shipped-streams.ts";
import type { LogPanel } from "../pages/log-panel.ts";
import { expect, lanes, onBuiltPage, test } from "../pages/playground.ts";

test.use({ ...onBuiltPage, viewport: { width: 1440, height: 900 } }); // a log that shows the rows of a filter

type Row = [type: string, id: string, data: string];
/** What the log says about the very thing that a stream is there to show. */
type Told = [about: string, says: string];
type Depth = "Lines" | "Bytes";

const text = (data: string, id = ""): Row => ["message", id, data];

const streams: { [name: string]: { rows: Row[]; log: Told[]; depth?: Depth } } = {
  bom: {
    rows: [text("I am a data line, with a BOM before me"), text("and nothing is lost")],
    log: [["EF BB BF", "The one byte order mark that may stand at the very start; skipped."]],
  },
  cr: {
    rows: [1, 2, 3].map((n) => text(`first line of event ${n}\nsecond line`, `${n}`)),
    log: [["first line of event 3⏎second line", "A blank line ended the block"]],
  },
  "invalid-bytes": {
    rows: [text("fo\uFFFDo", "1"), text("the next event is as good as ever", "2")],
    log: [["data: fo\uFFFDo", "Appended to the data buffer."]],
  },
  "json-body": {
    rows: [],
    log: [["quotation marks and all", 'Ignored: there is no field “ "data"”.']],
  },
  "one-space": {
    rows: [text("a"), text("a"), text(" a"), text("")],
    log: [["data:  a", "Appended to the data buffer."]],
  },
  "chunk-inside-character": {
    rows: [text("é has two bytes"), text("中 has three"), text("😀 has four")],
    depth: "Bytes",
    log: [["ends inside a character", "It ends inside a character."]],
  },
};

/** Filters the log by what each row is about, and reads what it says. */
async function expectTold(log: LogPanel, told: readonly Told[]): Promise<void> {
  for (const [about, says] of told) {
    await log.search.fill(about);
    await expect(log.row(about).filter({ hasText: says }).first(), about).toBeVisible();
  }
}

test("as both lanes show them and the log tells them", async ({ page, playground }) => {
  await playground.open();
  await page.keyboard.press("/");
  for (const [name, { rows, log, depth = "Lines" }] of Object.entries(streams)) {
    await test.step(name, async () => {
      await playground.log.look(depth);
      await playground.play(name);
      for (const lane of lanes) {
        await playground.trace.attempt(lane); // has ended: no more rows are to come
        await expect.poll(() => playground.shown(lane), `${name}, ${lane}`).toEqual(rows);
      }
      await expectTold(playground.log, log);
    });
  }
});

test("the list of streams: all that are shipped and the chat, in groups, a line each, all by keys", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.stream.press("Enter");
  const list = page.getByRole("listbox", { name: "Stream" });
  await expect(list).toBeFocused();
  const names = playground.streams.locator("b"); // an option's line stands behind its name
  const offered = async () => (await names.allTextContents()).toSorted();
  await expect.poll(offered).toEqual([...streamNames, "Chat model"].toSorted());
  await expect(list.getByRole("group")).toHaveCount(6);
  const reconnecting = list.getByRole("group", { name: "Reconnecting" });
  await expect(reconnecting.getByRole("option").first()).toContainText(
    "ends-and-comes-back Two answers that end",
  );
  await expect(list.getByRole("option", { selected: true })).toContainText("five-ticks");

  await page.keyboard.type("c"); // custom-event, and no flip of compress
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(playground.stream).toBeFocused();
  await expect(playground.segment("compress", "false")).toBeChecked();

  await playground.stream.press("Enter");
  await expect(list).toBeFocused();
  await page.keyboard.type("js");
  await playground.begins(() => page.keyboard.press("Enter"));
  await expect(playground.stream).toHaveText("json-body");
  await expect(playground.stream).toBeFocused();
});
