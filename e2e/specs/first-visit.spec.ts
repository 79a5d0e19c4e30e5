/** A first visit, from the address to the burst. */
import { expect, NOT_HELD, test } from "../pages/playground.ts";

test.use({ contextOptions: {} }); // with what flies, as most people see it

test("a first visit plays five ticks, then points at compress, whose flip holds them all", async ({
  playground,
}) => {
  await playground.openFirstTime();
  await expect(playground.suggestion).toHaveText(/set compress to true/);
  await expect(playground.stop).toBeDisabled(); // it is over; the buttons may be drawn a frame later
  await expect(playground.verdict).toHaveText(NOT_HELD);
  const said = await playground.verdict.innerText();

  await playground.begins(() => playground.turn("compress", "true"));
  await expect(playground.suggestion).toBeHidden();
  await playground.over();
  await expect(playground.verdict).toHaveText("One burst at the end");
  await expect(playground.timeline.getByText("previous")).toBeVisible();
  await expect(playground.timeline.getByText(/^● /).first()).toHaveText(`● ${said}`);
});
