/** How the recorder puts something between, and keeps what came of it. */
import { writeFile } from "node:fs/promises";
import { type RecordedKind, recordedFolder } from "../../dev/testing/recorded.ts";
import { writeTrace } from "../../trace/file/write-trace.ts";
import { createRun } from "../../trace/run/run.ts";
import type { PlaygroundPage } from "../pages/playground.ts";
import { type Manner, Meddler } from "./meddler.ts";

/** What stands between for requests whose path matches. */
export type Between = {
  path: RegExp;
  target: number;
  manner: Manner;
  headers?: Record<string, string>;
};

/** Puts them between; returns how to end each. */
export async function meddle(
  { page }: PlaygroundPage,
  between: readonly Between[],
): Promise<(() => void)[]> {
  const ends: (() => void)[] = [];
  for (const { path, target, manner, headers } of between) {
    const meddler = await Meddler.before(target, manner, headers);
    await page.route(
      (url) => path.test(url.pathname),
      (route) => route.continue({ url: meddler.instead(route.request().url()) }),
    );
    ends.push(() => meddler.end());
  }
  return ends;
}

/** Writes the current run into a folder of trace/recorded/, once the server has told how each connection ended. */
export async function keep(
  kind: RecordedKind,
  name: string,
  playground: PlaygroundPage,
): Promise<void> {
  await playground.page.waitForFunction(() =>
    globalThis.playground.current?.run.lanes.every(({ attempts }) =>
      attempts.every(({ connection }) => connection === null || connection.end !== null),
    ),
  );
  await keepAsItIs(kind, name, playground);
}

/** Writes it while it goes on. */
export async function keepAsItIs(
  kind: RecordedKind,
  name: string,
  { page }: PlaygroundPage,
): Promise<void> {
  const told = await page.evaluate(() => {
    const run = globalThis.playground.current?.run;
    return run === undefined ? undefined : { setup: run.setup, records: [...run.records] };
  });
  if (told === undefined) throw new Error("nothing was run");
  const run = createRun(told.setup);
  for (const record of told.records) run.add(record);
  await writeFile(`${recordedFolder}/${kind}/${name}.json`, writeTrace(run));
}
