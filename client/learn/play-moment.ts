/** Plays a moment: its scenes one after the other, until somebody does something else. */
import type { Moment } from "../../lessons/moments.ts";
import type { LiveRun } from "../playground/live-run.ts";
import type { Playground } from "../playground/playground.ts";
import { firstSetUp } from "../playground/set-up.ts";

export async function playMoment({ scenes }: Moment, page: Playground): Promise<void> {
  let last: LiveRun | undefined;
  for (const { stream, switches } of scenes) {
    if (last !== undefined && page.current !== last) return; // somebody went on alone
    if (page.scriptName !== stream || page.edited !== undefined) page.prepare(stream, switches);
    page.switches = { ...firstSetUp.switches, ...switches }; // the run before it stays, as the row that it is compared with
    await page.run();
    last = page.current;
    await over(page);
  }
}

function over(page: Playground): Promise<void> {
  return new Promise((resolve) => {
    if (!page.isGoing) return resolve();
    page.addEventListener("over", () => resolve(), { once: true });
  });
}
