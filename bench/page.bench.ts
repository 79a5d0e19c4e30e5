/**
 * npm run bench:page
 * npm run bench:page -- firefox   only this browser
 *
 * The page under a flood, in the tests' browsers, against the real dev and Node servers: how long its
 * thread is blocked while events stream in and while the log is scrolled, how far apart its frames are,
 * what its tasks compute, and how much its heap grows. Beside it a bare page, which reads the same two streams
 * and draws two counters.
 * How to read what it prints: README.md beside this file.
 */
import assert from "node:assert/strict";
import { chromium, firefox, type Page } from "@playwright/test";
import { browserNames, foundBrowsers } from "../dev/browsers.ts";
import { PlaygroundPage } from "../e2e/pages/playground.ts";
import { OwnServers } from "../e2e/support/own-servers.ts";
import { LANES } from "../trace/run/lanes.ts";
import { type Spread, spread } from "./rounds.ts";
import { type Tasks, tasksWhile } from "./tasks.ts";

const ROUNDS = 3;

/** 25 events each 5 ms, for 4 s, into each lane. */
const FLOOD = { events: 20_000, script: flood(800, 25, "@wait 5ms\n") };
const AT_ONCE = { events: 10_000, script: flood(1, 10_000, "") };
const ROWS = 100_000; // that the log has to have when it is scrolled

/**
 * ms: the longest time that nothing else could run, all such times over 50 ms together, and how far
 * apart 95 of 100 frames are at the most.
 */
type Blocked = { longest: number; over50: number; frame: number };
type Cost = { blocked: Blocked; tasks: Tasks | null };
type Round = {
  flood: Cost;
  atOnce: Cost;
  scroll: Cost;
  heap: number | null;
  bare: { flood: Cost; atOnce: Cost };
};

const launchers = { chromium, firefox };
const only = process.argv[2];
const browsers = foundBrowsers();
if (browsers === undefined) throw new Error("No browsers yet: npm run test:e2e finds them first");

const servers = await OwnServers.start("dev");
try {
  for (const name of browserNames.filter((name) => only === undefined || name === only)) {
    const browser = await launchers[name].launch(browsers[name]);
    const rounds: Round[] = [];
    for (let number = 0; number < ROUNDS; number++) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      rounds.push(await round(page));
      await page.close();
    }
    await browser.close();
    print(name, rounds);
  }
} finally {
  await servers.end();
}

async function round(page: Page): Promise<Round> {
  const playground = new PlaygroundPage(page);
  await playground.open(servers.page);
  await playground.log.look("Lines");
  const atOnce = await costOf(page, () => play(playground, AT_ONCE));
  await expectAll(playground, AT_ONCE);
  const flood = await costOf(page, () => play(playground, FLOOD));
  await expectAll(playground, FLOOD);
  const heap = await heapOf(page);
  const scroll = await costOf(page, () => scrollLog(playground));
  await openBarePage(page);
  const bare = {
    atOnce: await costOf(page, () => readBarely(page, AT_ONCE)),
    flood: await costOf(page, () => readBarely(page, FLOOD)),
  };
  return { flood, atOnce, scroll, heap, bare };
}

/** On the playground's own origin, as its streams are. */
async function openBarePage(page: Page): Promise<void> {
  await page.route("**/bare", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: "<!doctype html><title>bare</title><output></output> <output></output>",
    }),
  );
  await page.goto(`${servers.page}bare`);
}

/** The least that a page can do with them: it counts what comes, and shows how much. */
async function readBarely(page: Page, { events, script }: Work): Promise<void> {
  const counted = await page.evaluate(async (script) => {
    const [first, second] = document.querySelectorAll("output");
    if (!first || !second) throw new Error("the bare page has two counters");
    const post = (path: string) =>
      fetch(path, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ script }),
      });
    async function byEventSource(counter: HTMLOutputElement): Promise<number> {
      const { url } = await (await post("/api/scripts")).json();
      let count = 0;
      await new Promise<void>((resolve) => {
        const source = new EventSource(url);
        source.onmessage = () => {
          counter.value = `${++count}`;
        };
        source.onerror = () => {
          source.close();
          resolve();
        };
      });
      return count;
    }
    async function byFetch(counter: HTMLOutputElement): Promise<number> {
      const { body } = await post("/api/sse");
      if (!body) throw new Error("the stream has no body");
      let [count, rest] = [0, ""];
      for await (const text of body.pipeThrough(new TextDecoderStream())) {
        const blocks = (rest + text).split("\n\n");
        rest = blocks.pop() ?? "";
        count += blocks.length;
        counter.value = `${count}`;
      }
      return count;
    }
    return await Promise.all([byEventSource(first), byFetch(second)]);
  }, script);
  assert.deepEqual(counted, [events, events], "the bare page lost events");
}

async function costOf(page: Page, act: () => Promise<void>): Promise<Cost> {
  let blocked: Blocked = { longest: 0, over50: 0, frame: 0 };
  const tasks = await tasksWhile(page, async () => {
    blocked = await blockedWhile(page, act);
  });
  return { blocked, tasks };
}

type Work = { events: number; script: string };

async function play(playground: PlaygroundPage, { script }: Work): Promise<void> {
  await playground.begins(() =>
    playground.page.evaluate((text) => {
      globalThis.playground.edit({ text, faulty: false, eventTypes: [] });
      return globalThis.playground.run();
    }, script),
  );
  await playground.over();
}

/** Not while anything is measured: to hand it all over blocks the page for half a second. */
async function expectAll({ trace }: PlaygroundPage, { events }: Work): Promise<void> {
  for (const lane of LANES) {
    const { arrived, passages } = await trace.attempt(lane);
    assert.equal(arrived.length, events, `${lane} lost events`);
    assert.equal(passages.length, events, `of ${lane} the tap did not tell all`);
  }
}

/** From one end to the other by the wheel, then by keys. */
async function scrollLog({ page, log }: PlaygroundPage): Promise<void> {
  assert.ok((await log.total()) >= ROWS, `the log has ${await log.total()} rows`);
  await log.rows.press("Home");
  await log.rows.hover();
  for (let turn = 0; turn < 100; turn++) await page.mouse.wheel(0, 1000);
  for (const key of ["End", "PageUp", "PageUp", "Home", "PageDown"]) await log.rows.press(key);
}

/** Timers that come late tell of a thread that was blocked; Firefox has no `longtask` entries (docs/facts.md, 5). */
async function blockedWhile(page: Page, act: () => Promise<void>): Promise<Blocked> {
  const watch = await page.evaluateHandle(() => {
    const blocked = { longest: 0, over50: 0, goesOn: true };
    let last = performance.now();
    function look(): void {
      const now = performance.now();
      const late = now - last;
      blocked.longest = Math.max(blocked.longest, late);
      if (late > 50) blocked.over50 += late;
      last = now;
      if (blocked.goesOn) setTimeout(look);
    }
    const frames: number[] = [];
    let drawn = performance.now();
    function frame(): void {
      const now = performance.now();
      frames.push(now - drawn);
      drawn = now;
      if (blocked.goesOn) requestAnimationFrame(frame);
    }
    look();
    requestAnimationFrame(frame);
    return { blocked, frames };
  });
  await act();
  return await watch.evaluate(({ blocked, frames }) => {
    blocked.goesOn = false;
    const sorted = frames.toSorted((one, other) => one - other);
    const frame = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
    return { longest: blocked.longest, over50: blocked.over50, frame };
  });
}

/** Returns what the page's objects take once the garbage is gone, bytes; only Chromium tells. */
async function heapOf(page: Page): Promise<number | null> {
  if (page.context().browser()?.browserType().name() !== "chromium") return null;
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("HeapProfiler.collectGarbage");
  await devTools.send("Performance.enable");
  const { metrics } = await devTools.send("Performance.getMetrics");
  await devTools.detach();
  return metrics.find((metric) => metric.name === "JSHeapUsedSize")?.value ?? null;
}

function flood(turns: number, events: number, wait: string): string {
  const event = 'id: {{n}}\ndata: {"n": {{n}}, "word": "hello"}\n\n';
  return `@repeat ${turns}\n@repeat ${events}\n${event}@end\n${wait}@end\n@attempt 2+\n@status 204\n`;
}

/** Returns how many times as much the page's thread computes as the bare page's. */
function timesBare(rounds: readonly Round[], work: "flood" | "atOnce"): number[] {
  return rounds.flatMap((round) => {
    const [ours, bare] = [round[work].tasks, round.bare[work].tasks];
    return ours && bare ? [ours.all / bare.all] : [];
  });
}

function print(browser: string, rounds: readonly Round[]): void {
  const works = {
    "5 000 events a second": rounds.map((round) => round.flood),
    "10 000 events at once": rounds.map((round) => round.atOnce),
    "scrolling 100 000 rows": rounds.map((round) => round.scroll),
  };
  for (const [work, costs] of Object.entries(works)) {
    const tasks = costs.flatMap(({ tasks }) => tasks ?? []);
    const cells = [
      costs.map(({ blocked }) => blocked.longest),
      costs.map(({ blocked }) => blocked.over50),
      costs.map(({ blocked }) => blocked.frame),
      tasks.map(({ longest }) => longest),
      tasks.map(({ long }) => long),
    ].map((values) => (values.length === 0 ? "" : told(spread(values))));
    console.log(`| ${browser}, ${work} | ${cells.join(" | ")} |`);
  }
  for (const work of ["flood", "atOnce"] as const) {
    const times = timesBare(rounds, work);
    if (times.length === 0) continue;
    const { median, min, max } = spread(times);
    const ms = spread(rounds.flatMap((round) => round.bare[work].tasks?.all ?? []));
    const cells = [
      `${median.toFixed(1)} × (${min.toFixed(1)}–${max.toFixed(1)})`,
      `${told(ms)} ms`,
    ];
    console.log(
      `| ${browser}, ${work}: all tasks against a bare page, its own | ${cells.join(" | ")} |`,
    );
  }
  const heaps = rounds.flatMap(({ heap }) => (heap === null ? [] : [heap / 2 ** 20]));
  if (heaps.length > 0)
    console.log(`| ${browser}, heap after it, MiB | ${told(spread(heaps))} | | | | |`);
}

function told({ median, min, max }: Spread): string {
  return `${median.toFixed(0)} (${min.toFixed(0)}–${max.toFixed(0)})`;
}
