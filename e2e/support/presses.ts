/** What is pressed in the part that breaks things, what is foretold of each client then, and whether it comes true. */
import { firstSetUp } from "../../client/playground/set-up.ts";
import { writeLink } from "../../client/share/link.ts";
import type { Family } from "../../trace/run/behaviour.ts";
import type { LaneName } from "../../trace/run/records.ts";
import { expect, lanes, type PlaygroundPage, test } from "../pages/playground.ts";

/** Each browser has its own where they differ. */
type Foretold = RegExp | Readonly<Record<Family, RegExp>>;

export type Press = { button: string; choice?: [group: string, value: string] } & Readonly<
  Partial<Record<LaneName, Foretold>>
>;

/** What these do shows only after the next press. */
const LATER = ["Stall", "Next answer", "Redirect"];

export type Ways = Partial<typeof firstSetUp.switches>;

/** The hash of a link that plays numbered ticks without end. `retry`: ms, a `retry` field at their beginning. */
export function ticks(
  retry: number,
  ways: Ways,
  comesBack: readonly LaneName[] = [],
): Promise<string> {
  const text = `retry: ${retry}\n\n@repeat\nid: {{n}}\ndata: tick {{n}}\n\n@wait 200ms\n@end\n`;
  const switches = { ...firstSetUp.switches, ...ways };
  return writeLink({ ...firstSetUp, scriptName: "ticks", text, switches, comesBack });
}

export function nameOf(browserName: string): Family {
  return browserName === "firefox" ? "firefox" : "chromium";
}

/** Presses them one after the other, each once the clients that something is foretold of have a stream. */
export async function pressAll(
  playground: PlaygroundPage,
  presses: readonly Press[],
  browserName: string,
): Promise<void> {
  const browser = nameOf(browserName);
  const { faults } = playground;
  for (const press of presses) {
    const { button, choice } = press;
    await test.step([button, choice?.[1]].join(" "), async () => {
      if (choice) await faults.choose(...choice);
      const asked = lanes.filter((lane) => press[lane] !== undefined);
      for (const lane of asked) {
        await playground.trace.running(lane, 1);
        const words = press[lane] ?? /./;
        const foretold = words instanceof RegExp ? words : words[browser];
        await expect(faults.foretold(button, lane), lane).toHaveText(foretold);
      }
      await faults.press(button);
      if (LATER.includes(button)) return;
      for (const lane of asked) {
        await expect(faults.outcome(lane), lane).toHaveText(/:\s+as predicted\s*$/);
      }
    });
  }
  for (const word of [
    "not seen yet",
    "to see it",
    "not as predicted",
    "Not done",
    "nothing was predicted",
  ]) {
    await expect(faults.history.filter({ hasText: word }), word).toHaveCount(0);
  }
}
