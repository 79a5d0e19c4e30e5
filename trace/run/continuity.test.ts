import assert from "node:assert/strict";
import { test } from "node:test";
import { runOf, type Staged, staged } from "../testing/staged.ts";
import { again } from "../testing/staged-ticks.ts";
import { continuity } from "./continuity.ts";

/**
 * An attempt in short: the id that it sent, the first and last number that it wrote, and how many arrived. It goes on
 * (`still`), the page closed it (`closed`), or the server's side is not known (`untold`).
 */
type Short = [
  sent: string | undefined,
  first: number,
  last: number,
  arrived: number,
  but?: "still" | "closed" | "untold",
];

/** Each attempt begins a second after the one before. */
function attemptsOf(shorts: readonly Short[]) {
  const records = shorts.flatMap(([sent, from, last, arrived, but], index) => {
    const at = index * 1000;
    const times = (count: number) => Array.from({ length: count }, (_, n) => at + 10 + n);
    const sees = but === "closed" ? ({ kind: "close" } as const) : again;
    const attempt: Staged = {
      lane: "eventsource",
      attempt: index + 1,
      ask: index === 0 ? 0 : undefined,
      request: at + 2,
      lastEventId: sent,
      head: at + 3,
      opens: at + 4,
      from,
      writes: times(last - from + 1),
      arrives: times(arrived),
      ends: but === "still" ? undefined : at + 100,
      sees: but === "still" ? undefined : { ...sees, at: at + 101 },
    };
    const both = staged(attempt);
    return but === "untold" ? both.filter(({ side }) => side === "browser") : both;
  });
  return runOf(records).lane("eventsource").attempts;
}

const first: Short = [undefined, 1, 4, 2];
const cases: [name: string, attempts: Short[], told: string[]][] = [
  ["all arrived", [[undefined, 1, 3, 3]], ["- - -"]],
  [
    "a server that goes on after the last id loses nothing",
    [
      [undefined, 1, 2, 2],
      ["2", 3, 4, 2, "still"],
    ],
    ["- - -", "- - -"],
  ],
  [
    "what was lost and is written again is replayed, not missed",
    [first, ["2", 3, 5, 3, "still"]],
    ["- - -", "- - 3,4"],
  ],
  [
    "a server that goes on at its own place leaves a hole",
    [first, ["2", 5, 6, 2, "still"]],
    ["3,4 - -", "- - -"],
  ],
  [
    "a server that begins at its top repeats",
    [
      [undefined, 1, 3, 2],
      ["2", 1, 3, 3, "still"],
    ],
    ["- - -", "- 1,2 3"],
  ],
  [
    "lost twice is missed once",
    [
      [undefined, 1, 3, 2],
      ["2", 3, 3, 0],
    ],
    ["3 - -", "- - 3"],
  ],
  ["what is still under way is not missed", [[undefined, 1, 3, 1, "still"]], ["- - -"]],
  ["nor what the page let go of", [[undefined, 1, 3, 1, "closed"]], ["- - -"]],
  [
    "without the server's side arrivals alone tell",
    [
      [undefined, 1, 3, 2, "untold"],
      [undefined, 2, 4, 2, "untold"],
    ],
    ["- - -", "- 2 -"],
  ],
];
for (const [name, shorts, told] of cases) {
  test(name, () => {
    const found = continuity(attemptsOf(shorts)).map(({ missed, repeated, replayed }) =>
      [missed, repeated, replayed].map((ids) => ids.join(",") || "-").join(" "),
    );
    assert.deepEqual(found, told);
  });
}

test("a request that the browser repeated wrote twice, and the second time replays", () => {
  const cut: Staged = { lane: "eventsource", ask: 0, request: 2, writes: [5, 6], ends: 7 };
  const repeat: Staged = { ...cut, attempt: 2, ask: undefined, request: 9, writes: [11, 12] };
  const delivers = { ...repeat, ends: undefined, opens: 12, arrives: [13, 14] };
  const { attempts } = runOf(staged(cut, delivers)).lane("eventsource");
  assert.deepEqual(continuity(attempts), [{ missed: [], repeated: [], replayed: ["1", "2"] }]);
});
