/** Sound: what the page lets the browser play. Nobody hears it here; each stroke is counted as it is struck. */
import type { Page } from "@playwright/test";
import { expect, ONCE, test } from "../pages/playground.ts";

/** A stroke: pitch in Hz, loudness of 1, and when, in s of the page's own sound clock. */
type Stroke = { pitch: number; loudness: number; at: number };

/** As client/sound/ticks.ts has it: the loudness of one event. */
const SOFT = 0.12;

const ticks = `retry: 9\n\n@repeat 5\ndata: {{n}}\n\n@wait 400ms\n@end\n${ONCE}`;

declare global {
  var strokes: Stroke[];
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.strokes = [];
    let clock: number | undefined; // stands still within a task, as a context's own does
    // A machine without a sound card never lets a context run.
    Object.defineProperties(BaseAudioContext.prototype, {
      state: { get: () => "running" },
      currentTime: {
        get() {
          queueMicrotask(() => {
            clock = undefined;
          });
          clock ??= performance.now() / 1000;
          return clock;
        },
      },
    });
    const { start } = OscillatorNode.prototype;
    const { setValueAtTime } = AudioParam.prototype;
    let loudness = 0;
    AudioParam.prototype.setValueAtTime = function (value, time) {
      loudness = value;
      return setValueAtTime.call(this, value, time);
    };
    OscillatorNode.prototype.start = function (when) {
      strokes.push({ pitch: this.frequency.value, loudness, at: this.context.currentTime });
      start.call(this, when);
    };
  });
});

test("off by default; M turns it on, and the next visit knows", async ({ page, playground }) => {
  await playground.open();
  await expect(playground.sound).toHaveAttribute("aria-pressed", "false");
  await playground.plays(ticks);
  expect(await heard(page)).toEqual([]);

  await page.keyboard.press("m");
  await expect(playground.sound).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(playground.sound).toHaveAttribute("aria-pressed", "true");
  await playground.sound.click();
  await expect(playground.sound).toHaveAttribute("aria-pressed", "false");
});

test("live: ticks, one pitch a lane; a burst: one clack a lane for all of its events, and louder", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.sound.click();
  await playground.plays(ticks);
  const live = await heard(page);
  const pitches = new Set(live.map(({ pitch }) => pitch));
  expect(pitches.size).toBe(2);
  for (const one of pitches) {
    const ofLane = live.filter(({ pitch }) => pitch === one);
    expect(ofLane.length).toBeGreaterThan(1);
    expect(eventsIn(ofLane)).toBeLessThanOrEqual(5);
  }

  await playground.begins(() => page.keyboard.press("c"));
  await playground.over();
  const clacks = (await heard(page)).slice(live.length);
  expect(new Set(clacks.map(({ pitch }) => pitch))).toEqual(pitches);
  expect(clacks).toHaveLength(2);
  expect(eventsIn(clacks)).toBe(10);
});

/** How many events the strokes stand for: on a busy machine a page hears of two at once, and strikes louder. */
function eventsIn(strokes: readonly Stroke[]): number {
  return strokes.reduce((sum, { loudness }) => sum + Math.round((loudness / SOFT) ** 2), 0);
}

async function heard(page: Page): Promise<Stroke[]> {
  return await page.evaluate(() => strokes);
}
