/** Says what a reconnect needs: the last event ID and the reconnection time. */
import { message, type Vector, vector } from "./vector.ts";

const a = message("a");
const b = message("b");

const NUL = "\0";

/** Firefox takes a `retry` below 500 for 500. */
const atLeast500 = { departs: { firefox: { reconnectionTime: 500 } } };

export const reconnecting: readonly Vector[] = [
  vector("an id goes with its event", "id: 1\ndata: a\n\n", [["message", "a", "1"]]),
  vector("an id stays until the next one", "id: 1\ndata: a\n\ndata: b\n\nid: 2\ndata: c\n\n", [
    ["message", "a", "1"],
    ["message", "b", "1"],
    ["message", "c", "2"],
  ]),
  vector("the last id of a block counts", "id: 1\nid: 2\ndata: a\n\n", [["message", "a", "2"]]),
  vector("an id counts without data", "id: 7\n\ndata: a\n\n", [["message", "a", "7"]], {
    departs: { firefox: { events: [a], lastEventId: "" } },
  }),
  vector("an id counts without any event", "id: 7\n\n", [], {
    lastEventId: "7",
    departs: { firefox: { lastEventId: "" } },
  }),
  vector(
    "an id without data replaces the one before",
    "id: 1\ndata: a\n\nid: 2\n\n",
    [["message", "a", "1"]],
    { lastEventId: "2", departs: { firefox: { lastEventId: "1" } } },
  ),
  vector("an empty id resets", "id: 1\ndata: a\n\nid:\ndata: b\n\n", [["message", "a", "1"], b]),
  vector("`id` without a colon resets", "id: 1\ndata: a\n\nid\ndata: b\n\n", [
    ["message", "a", "1"],
    b,
  ]),
  vector("an empty id without data resets", "id: 1\ndata: a\n\nid\n\n", [["message", "a", "1"]], {
    lastEventId: "",
    departs: { firefox: { lastEventId: "1" } },
  }),
  vector("an id counts from its blank line on", "data: a\n\nid: 1\ndata: b\n\n", [
    a,
    ["message", "b", "1"],
  ]),
  vector("an id may be of any characters", "id: é中😀\ndata: a\n\n", [["message", "a", "é中😀"]]),
  vector("blanks around an id are kept, but for one", "id:  x \ndata: a\n\nid: 2\ndata: b\n\n", [
    ["message", "a", " x "],
    ["message", "b", "2"],
  ]),
  vector("an id of zero is an id", "id: 0\ndata: a\n\n", [["message", "a", "0"]]),
  vector(
    "an id with NUL is ignored",
    `id: 1\ndata: a\n\nid: 2${NUL}3\ndata: b\n\n`,
    [
      ["message", "a", "1"],
      ["message", "b", "1"],
    ],
    { departs: { firefox: { events: [["message", "a", "1"]] } } },
  ),
  vector("an id that is NUL only is ignored", `id: ${NUL}\ndata: a\n\n`, [a], {
    departs: { firefox: { events: [] } },
  }),

  vector("`retry` sets the reconnection time", "retry: 1000\n\n", [], { reconnectionTime: 1000 }),
  vector("`retry` counts without a blank line", "retry: 1000\n", [], { reconnectionTime: 1000 }),
  vector("`retry` whose line is not ended is ignored", "retry: 1000", []),
  vector("`retry` may be zero", "retry: 0\n\n", [], { reconnectionTime: 0, ...atLeast500 }),
  vector("`retry` may have zeros in front", "retry: 0001000\n\n", [], { reconnectionTime: 1000 }),
  vector("the last `retry` counts", "retry: 2000\nretry: 1000\n\n", [], { reconnectionTime: 1000 }),
  vector("`retry` does not dispatch", "event: x\nretry: 1000\n\ndata: a\n\n", [a], {
    reconnectionTime: 1000,
  }),
  vector("`retry` without a value is ignored", "retry: 1000\nretry:\nretry\n\n", [], {
    reconnectionTime: 1000,
    departs: { chromium: { reconnectionTime: null }, firefox: { reconnectionTime: 500 } },
  }),
  ...["+500", "-500", "500.5", "1e2", "0x10", "500 ", " 500", "٥٠٠", "５００", "soon"].map(
    (value) =>
      vector(
        `\`retry: ${value}\` is not of ASCII digits only, so ignored`,
        `retry: 1000\nretry: ${value}\n\n`,
        [],
        { reconnectionTime: 1000 },
      ),
  ),
  vector("`retry` with NUL is ignored", `retry: 1000\nretry: 20${NUL}00\n\n`, [], {
    reconnectionTime: 1000,
    departs: { firefox: { reconnectionTime: 2000 } },
  }),
  vector("`retry` may be above 2^64", "retry: 99999999999999999999999\n\n", [], {
    reconnectionTime: 1e23,
    departs: { chromium: { reconnectionTime: null } },
  }),
];
