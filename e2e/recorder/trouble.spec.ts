/** Plays what goes wrong on the way and at either end, and keeps the traces; what each must be called stands in trace/verdict/troubles.test.ts. */
import type { Fault } from "../../trace/run/records.ts";
import { lanes, type PlaygroundPage, type Switch } from "../pages/playground.ts";
import { test } from "../support/with-own-servers.ts";
import { type Between, keep, keepAsItIs, meddle } from "./keep.ts";
import { aged, endsAfter, gathered, impatient, type Manner, only, without } from "./meddler.ts";

const page = Number(process.env["PAGE_PORT"]);
const server = Number(process.env["SERVER_PORT"]);

/** A script is written into the editor, a stream is picked by its name. */
type Stream = { script: string } | { stream: string };

type Scene = {
  plays: Stream;
  turns?: [which: Switch, value: string][];
  manner?: Manner;
  /** What is done while it runs; without it the run is kept when it is over. */
  meanwhile?: (playground: PlaygroundPage) => Promise<void>;
};

function ticks(count: number, gap: number, more = ""): string {
  const wait = `@wait ${gap}ms\n`;
  return `retry: 500\n\n@repeat ${count}\nid: {{n}}\ndata: {{n}}\n\n${wait}@end\n${more}@status 204\n`;
}

const scenes: Record<string, Scene> = {
  "drop-and-resume": { plays: { stream: "drop-and-resume" } },
  "second-of-four-dropped": { plays: { script: ticks(4, 700) }, manner: without("id: 2\n") },
  "cut-after-a-silence": {
    plays: { script: ticks(3, 300, "@wait 8s\nid: 4\ndata: 4\n\n") },
    manner: impatient(3000),
  },
  "ended-after-two-of-four": { plays: { script: ticks(4, 700) }, manner: endsAfter(2) },
  "cut-at-an-age": {
    plays: { script: ticks(40, 200) },
    manner: aged(2000),
    meanwhile: async (playground) => {
      await attemptRuns(playground, 2); // for the picture: it is back
    },
  },
  "held-from-the-first": {
    plays: { script: "data: a\n\n@hang\n" },
    turns: [["compress", "true"]],
    meanwhile: async ({ trace }) => {
      for (const lane of lanes) await trace.running(lane, 1);
    },
  },
  "get-held-post-live": {
    plays: { stream: "five-ticks" },
    manner: only("GET", gathered(1 << 20)),
  },
  "no-blank-line": {
    plays: { script: "data: t0\n@wait 1s\ndata: t1\n@wait 1s\n@attempt 2+\n@status 204\n" },
  },
  "foreign-bytes": {
    plays: {
      script:
        "data: one\n\n@wait 500ms\ndata: two\n\n@wait 300ms\n@drop reset\n@attempt 2+\n@status 204\n",
    },
  },
  "misspelt-fields": { plays: { stream: "misspelt-fields" } },
  "id-reset": { plays: { stream: "id-reset" } },
  "wrong-content-type": { plays: { stream: "wrong-content-type" } },
  "ends-and-comes-back": { plays: { stream: "ends-and-comes-back" } },
  "frozen-page": {
    plays: { stream: "endless-ticker" },
    meanwhile: async (playground) => {
      for (const lane of lanes) await playground.trace.running(lane, 8);
      await playground.page.keyboard.press("f");
      for (const lane of lanes) await playground.trace.running(lane, 30);
    },
  },
  "cut-ended-and-stalled": {
    plays: { stream: "endless-ticker" },
    meanwhile: async (playground) => {
      const { trace } = playground;
      for (const lane of lanes) await trace.running(lane, 4);
      for (const lane of lanes) await press(playground, lane, { kind: "drop", how: "fin" });
      await attemptRuns(playground, 2);
      await press(playground, "eventsource", { kind: "end" });
      await attemptRuns(playground, 3);
      await press(playground, "eventsource", { kind: "stall", ms: null });
      await playground.page.waitForFunction(() =>
        globalThis.playground.current?.run.records.some(
          (one) => one.kind === "fault" && one.fault.kind === "stall",
        ),
      );
    },
  },
  "starved-machine": {
    plays: { script: ticks(20, 200) },
    meanwhile: async (playground) => {
      const { page } = playground;
      const browser = await page.context().newCDPSession(page);
      await browser.send("Emulation.setCPUThrottlingRate", { rate: 60 });
      await playground.over();
    },
  },
};

for (const [name, { plays, turns = [], manner, meanwhile }] of Object.entries(scenes)) {
  test(name, async ({ playground }) => {
    const between: Between[] =
      manner === undefined ? [] : [{ path: /^\/api\/sse/, target: page, manner }];
    const ends = await meddle(playground, between);
    await playground.open();
    for (const [which, value] of turns) await playground.turn(which, value);
    await play(playground, plays);
    if (meanwhile === undefined) {
      await playground.over();
      await keep("troubles", name, playground);
    } else {
      await meanwhile(playground);
      await keepAsItIs("troubles", name, playground);
    }
    for (const end of ends) end();
  });
}

test("server-frozen", async ({ playground, servers }) => {
  await playground.open(servers.page);
  await play(playground, { script: ticks(40, 300) });
  for (const lane of lanes) await playground.trace.running(lane, 4);
  servers.freeze();
  await playground.page.waitForFunction(() => globalThis.playground.current?.run.tap !== "direct");
  await keepAsItIs("troubles", "server-frozen", playground);
  await servers.kill("SIGKILL");
});

test("server-killed", async ({ playground, servers }) => {
  await servers.startServer();
  await playground.open(servers.page);
  await play(playground, { script: ticks(40, 300).replace("500", "1000") });
  for (const lane of lanes) await playground.trace.running(lane, 4);
  await servers.kill("SIGKILL");
  await playground.page.waitForFunction(() => globalThis.playground.current?.run.tap === "lost");
  await keepAsItIs("troubles", "server-killed", playground);
});

async function play(playground: PlaygroundPage, plays: Stream): Promise<void> {
  if ("stream" in plays) return await playground.play(plays.stream);
  await playground.script.write(plays.script);
  await playground.begins(() => playground.run.click());
}

async function press({ page, trace }: PlaygroundPage, lane: string, fault: Fault): Promise<void> {
  const data = { trace: await trace.name(), lane, fault };
  await page.request.post(`http://localhost:${server}/api/faults`, { data });
}

async function attemptRuns({ page }: PlaygroundPage, number: number): Promise<void> {
  await page.waitForFunction((number) => {
    const attempt = globalThis.playground.current?.run.lane("eventsource").attempts[number - 1];
    return attempt !== undefined && attempt.arrived.length >= 4;
  }, number);
}
