/** What is behind a row of the log: long data is folded and never cut, JSON unfolds as a tree. */
import { expect, ONCE, onBuiltPage, test } from "../pages/playground.ts";

test.use({ ...onBuiltPage, viewport: { width: 1440, height: 900 } });

const long = "long ".repeat(100);
const numbers = Array.from({ length: 60 }, (_, index) => index + 1000);
const json = JSON.stringify({ name: "first", inner: { numbers, note: long } });

test("data of any length can be read, and JSON level by level", async ({ playground }) => {
  await playground.openPlayed(`retry: 9\ndata: ${json}\n\ndata: {broken\n\ndata: plain\n\n${ONCE}`);
  const { log } = playground;
  await log.lane("EventSource").click();
  const { selected } = log;
  const open = async (text: string) => {
    await log.select(text);
    await selected.getByRole("button", { name: "Show the lines on the wire" }).click();
  };

  await open("block 1");
  const line = selected.getByRole("listitem").nth(1); // after retry
  await expect(line).not.toContainText(long);
  await line.getByRole("button", { name: /^Show all: [\d\s]+ more characters$/ }).click();
  await expect(line).toContainText(json);

  await selected.getByText("The data as a tree").click();
  await expect(selected).toContainText('name: "first"');
  await expect(selected.getByText(/numbers/)).toHaveCount(1); // on the line, not yet in the tree
  await selected.getByText("inner:").click();
  await selected.getByText("numbers:").click();
  const item = (text: RegExp) => selected.getByRole("listitem").filter({ hasText: text });
  await expect(item(/^\s*49: 1049\s*$/)).toHaveCount(1);
  await expect(item(/^\s*50: 1050\s*$/)).toHaveCount(0);
  await selected.getByRole("button", { name: "Show 10 more" }).click();
  await expect(item(/^\s*59: 1059\s*$/)).toHaveCount(1);

  await open("block 2");
  await selected.getByText("The data as a tree").click();
  await expect(selected).toContainText("It begins like JSON and is none.");
  await open("block 3");
  await expect(selected.getByText("as a tree")).toHaveCount(0);
});
