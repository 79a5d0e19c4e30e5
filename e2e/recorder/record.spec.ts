/** Each test plays one run and keeps its trace; what the verdict on it must be stands in trace/verdict/deliveries.test.ts. */
import { type Switch, test } from "../pages/playground.ts";
import { type Between, keep, meddle } from "./keep.ts";
import { clockAhead, gathered, late, oneBehind, slow, untouched } from "./meddler.ts";

const page = Number(process.env["PAGE_PORT"]);
const twin = Number(process.env["TWIN_PORT"]);
const server = Number(process.env["SERVER_PORT"]);
const nobody = 9; // the discard port: nothing listens there

type Scene = {
  stream?: string; // five-ticks, where nothing else is said
  script?: string; // written into the editor
  turns?: [which: Switch, value: string][];
  between?: Between[];
  freezes?: boolean;
};

const streams = /^\/api\/sse/;
const compressed: [Switch, string][] = [["compress", "true"]];
const gzip = { "accept-encoding": "gzip" };

/** Returns a script of `count` events of about `size` bytes each, `gap` ms apart. */
function script(count: number, size: number, gap: number): string {
  const wait = gap > 0 ? `@wait ${gap}ms\n` : "";
  return `@repeat ${count}\ndata: {{n}} ${"x".repeat(size)}\n\n${wait}@end\n@attempt 2+\n@status 204\n`;
}

/** 66 kB, which is little once it is compressed. In comments: the trace would hold data three times. */
const large = `@repeat 20\n: ${"x".repeat(3300)}\ndata: {{n}}\n\n@wait 100ms\n@end\n@attempt 2+\n@status 204\n`;

const cut = "@repeat 3\ndata: {{n}}\n\n@wait 400ms\n@end\n@drop\n@attempt 2+\n@status 204\n";

function clock(ms: number): Between[] {
  const manner = clockAhead(ms);
  return [
    { path: /^\/api\/tap/, target: server, manner },
    { path: /^\/api\/clock/, target: server, manner },
  ];
}

const scenes: Record<string, Scene> = {
  "live-direct": { turns: [["proxy", "off"]] },
  "live-through-a-proxy": {},
  "live-with-no-transform": { turns: [...compressed, ["no-transform", "on"]] },
  "burst-br": { turns: compressed },
  "burst-br-large": { turns: compressed, script: large },
  "burst-gzip": {
    turns: compressed,
    between: [{ path: streams, target: twin, manner: untouched, headers: gzip }],
  },
  "burst-gzip-large": {
    turns: compressed,
    script: large,
    between: [{ path: streams, target: twin, manner: untouched, headers: gzip }],
  },
  "burst-without-compression": {
    between: [{ path: streams, target: page, manner: gathered(4096) }],
  },
  "pieces-of-4096": {
    script: script(44, 300, 50),
    between: [{ path: streams, target: page, manner: gathered(4096) }],
  },
  "one-behind": { between: [{ path: streams, target: page, manner: oneBehind }] },
  "busy-page": { freezes: true },
  "cut-live": { script: cut },
  "cut-behind-a-compressor": { script: cut, turns: compressed },
  "error-page": { between: [{ path: streams, target: nobody, manner: untouched }] },
  "one-event": { stream: "every-field" },
  "ten-at-once": { script: script(10, 5, 0) },
  "fast-on-a-slow-link": {
    script: script(40, 300, 10),
    between: [{ path: streams, target: page, manner: slow(8000) }],
  },
  "clock-ahead": { between: clock(3000) },
  "clock-behind": { between: clock(-3000) },
  "clock-behind-burst": { turns: compressed, between: clock(-3000) },
  "clock-vague": { between: [{ path: /^\/api\/clock/, target: server, manner: late(400) }] },
};

for (const [name, scene] of Object.entries(scenes)) {
  test(name, async ({ playground }) => {
    const ends = await meddle(playground, scene.between ?? []);
    await playground.open();
    for (const [which, value] of scene.turns ?? []) await playground.turn(which, value);
    if (scene.script !== undefined) await playground.script.write(scene.script);
    await playground.begins(async () => {
      if (scene.stream !== undefined) await playground.choose(scene.stream);
      else await playground.run.click();
    });
    if (scene.freezes) {
      await playground.events("eventsource").first().waitFor();
      await playground.page.keyboard.press("f");
    }
    await playground.over();
    await keep("deliveries", name, playground);
    for (const end of ends) end();
  });
}
