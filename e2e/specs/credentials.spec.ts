/** What each browser sends of its cookies to another origin. */
import { expect, test } from "../pages/playground.ts";

test("withCredentials sends cookies to the twin's origin, and without it none go", async ({
  context,
  page,
  playground,
}) => {
  await playground.open();
  await playground.turn("compress", "true"); // the twin: another origin, of the same site
  await context.addCookies([{ name: "who", value: "me", url: page.url() }]);
  const cookie = async () =>
    (await playground.trace.attempt("eventsource", 1)).request?.some(([name]) => name === "cookie");

  await playground.play("no-content");
  expect(await cookie()).toBe(false);

  const lane = playground.lane("eventsource");
  await lane.getByRole("button", { name: "Code", exact: true }).click();
  await playground.begins(() => lane.getByRole("checkbox", { name: "withCredentials" }).check());
  expect(await cookie()).toBe(true);
});
