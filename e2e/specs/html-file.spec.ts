/** The page in one file, from a disk, where each browser has rules of its own. */
import { expect, NOT_HELD, ONCE, onBuiltPage, test } from "../pages/playground.ts";

test.use(onBuiltPage);

test("one HTML file shows the run from a disk, and asks nobody for anything", async ({
  playground,
}) => {
  const { page, share } = playground;
  await playground.openPlayed(
    `retry: 9\ndata: </script><img src=x onerror=alert(1)>\n\n@wait 1500ms\ndata: <!--\n\n${ONCE}`,
  );
  await expect(playground.verdict).toHaveText(NOT_HELD);
  const said = await playground.verdict.innerText();
  await share.button.click();
  const { path } = await share.save("One HTML file");

  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`file://${path}`);
  await expect(playground.verdict).toHaveText(said);
  await expect(playground.events("fetch")).toHaveCount(2);
  await expect(playground.log.rows.first()).toBeVisible();
  expect(asked.filter((url) => url !== `file://${path}` && !url.startsWith("data:"))).toEqual([]);
  await expect(playground.run).toHaveCount(0);
  await expect(playground.path).toContainText(/no-transform\s+off/); // how it stood, and nothing to choose
  await expect(playground.path.getByRole("radio")).toHaveCount(0);

  await page.keyboard.press("q"); // sets panels back, and keeps the run
  await expect(playground.events("fetch")).toHaveCount(2);
  await page.keyboard.press("?");
  await expect(playground.keys).toContainText("Presenter mode");
  await expect(playground.keys).not.toContainText("Run, or stop");
});
