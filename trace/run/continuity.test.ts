import assert from "node:assert/strict";
import { test } from "node:test";
import { runOf, type Staged, staged } from "../testing/staged.ts";
import { again } from "../testing/staged-ticks.ts";
import { continuity } from "./continuity.ts";

/** An attempt in short: the ids that it sent, wrote and let arrive. Numbers in a row, from `from` on. */
type Short = {
  sent?: string;
  from?: number;
  wrote: number;
  arrived: number;
  /** `still`: it goes on. `closed`: by the page. `untold`: the server's side is not known. */
  but?: "still" | "closed" | "untold";
};

/** Each attempt begins a second after the one before. */
function attemptsOf(shorts: readonly Short[]) {
  const records = shorts.flatMap(({ sent, from = 1, wrote, arrived, but }, index) => {
    const at = index * 1000;
    const times = (count: number) => Array.from({ length: count }, (_, n) => at + 10 + n);
    const attempt: Staged = {
      lane: "eventsource",
      attempt: index + 1,
      ask: index === 0 ? 0 : undefined,
      request: at + 2,
      lastEventId: sent,
      head: at + 3,
      opens: at + 4,
      from,
      writes: times(wrote),
      arrives: times(arrived),
      ends: but === "still" ? undefined : at + 100,
      sees: but === "still" ? undefined : { ...again, at: at + 101 },
    };
    if (but === "closed") attempt.sees = { kind: "close", at: at + 101 };
    const both = staged(attempt);
    return but === "untold" ? both.filter(({ side }) => side === "browser") : both;
  });
  return runOf(records).lane("eventsource").attempts;
}

const cases: [
  name: string,
  attempts: Short[],
  told: [missed: string, repeated: string, replayed: string][],
][] = [
  ["all arrived", [{ wrote: 3, arrived: 3 }], [["", "", ""]]],
  [
    "a server that goes on after the last id loses nothing",
    [
      { wrote: 2, arrived: 2 },
      { sent: "2", from: 3, wrote: 2, arrived: 2, but: "still" },
    ],
    [
      ["", "", ""],
      ["", "", ""],
    ],
  ],
  [
    "what was lost and is written again is replayed, not missed",
    [
      { wrote: 4, arrived: 2 },
      { sent: "2", from: 3, wrote: 3, arrived: 3, but: "still" },
    ],
    [
      ["", "", ""],
      ["", "", "3 4"],
    ],
  ],
  [
    "a server that goes on at its own place leaves a hole",
    [
      { wrote: 4, arrived: 2 },
      { sent: "2", from: 5, wrote: 2, arrived: 2, but: "still" },
    ],
    [
      ["3 4", "", ""],
      ["", "", ""],
    ],
  ],
  [
    "a server that begins at its top repeats",
    [
      { wrote: 3, arrived: 2 },
      { sent: "2", from: 1, wrote: 3, arrived: 3, but: "still" },
    ],
    [
      ["", "", ""],
      ["", "1 2", "3"],
    ],
  ],
  [
    "lost twice is missed once",
    [
      { wrote: 3, arrived: 2 },
      { sent: "2", from: 3, wrote: 1, arrived: 0 },
    ],
    [
      ["3", "", ""],
      ["", "", "3"],
    ],
  ],
  [
    "what is still under way is not missed",
    [{ wrote: 3, arrived: 1, but: "still" }],
    [["", "", ""]],
  ],
  ["nor what the page let go of", [{ wrote: 3, arrived: 1, but: "closed" }], [["", "", ""]]],
  [
    "without the server's side arrivals alone tell",
    [
      { wrote: 3, arrived: 2, but: "untold" },
      { from: 2, wrote: 3, arrived: 2, but: "untold" },
    ],
    [
      ["", "", ""],
      ["", "2", ""],
    ],
  ],
];

for (const [name, shorts, told] of cases) {
  test(name, () => {
    const found = continuity(attemptsOf(shorts));
    assert.deepEqual(
      found.map(({ missed, repeated, replayed }) =>
        [missed, repeated, replayed].map((ids) => ids.join(" ")),
      ),
      told,
    );
  });
}

test("a request that the browser repeated wrote twice, and the second time replays", () => {
  const cut: Staged = {
    lane: "eventsource",
    ask: 0,
    request: 2,
    writes: [5, 6],
    ends: 7,
  };
  const repeat: Staged = {
    lane: "eventsource",
    attempt: 2,
    request: 9,
    writes: [11, 12],
    opens: 12,
    arrives: [13, 14],
  };
  const { attempts } = runOf(staged(cut, repeat)).lane("eventsource");
  assert.deepEqual(continuity(attempts), [{ missed: [], repeated: [], replayed: ["1", "2"] }]);
});
