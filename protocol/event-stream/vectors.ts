/**
 * What an event stream says, as a table: bytes in, events out. The unit test plays each vector under
 * every cut; a browser test serves each to a real EventSource. Where a browser departs from the
 * standard (measured with Chromium 156 and Firefox 153), the vector says what that browser does.
 */

export type Dispatched = readonly [type: string, data: string, lastEventId: string];

export interface Outcome {
  events: readonly Dispatched[];
  /** What a reconnect sends as Last-Event-ID once the body is over; "" for nothing. */
  lastEventId: string;
  /** ms; `null` where the stream sets none and the browser's own stays. */
  reconnectionTime: number | null;
}

export interface Vector extends Outcome {
  /** Unique: a test's name. */
  rule: string;
  wire: Uint8Array;
  /** What this browser gives instead, where it departs from the standard. */
  departs: { readonly chromium?: Partial<Outcome>; readonly firefox?: Partial<Outcome> };
}

/** A row: a string stands for its UTF-8 bytes, a number for one byte. */
function vector(
  rule: string,
  wire: string | readonly (string | number)[],
  events: readonly Dispatched[],
  more: Partial<Pick<Vector, "lastEventId" | "reconnectionTime" | "departs">> = {},
): Vector {
  const lastEventId = events.at(-1)?.[2] ?? "";
  const parts = typeof wire === "string" ? [wire] : wire;
  const bytes = parts.flatMap((part) =>
    typeof part === "string" ? [...new TextEncoder().encode(part)] : [part],
  );
  return {
    rule,
    wire: Uint8Array.from(bytes),
    events,
    lastEventId,
    reconnectionTime: null,
    departs: {},
    ...more,
  };
}

/** A message that no id came before. */
function message(data: string): Dispatched {
  return ["message", data, ""];
}

const a = message("a");
const b = message("b");

const BOM = "\uFEFF";
const NUL = "\0";
const INVALID = "\uFFFD";

/** Firefox takes a `retry` below 500 for 500. */
const atLeast500 = { departs: { firefox: { reconnectionTime: 500 } } };

const blocks: readonly Vector[] = [
  vector("nothing at all dispatches nothing", "", []),
  vector("a blank line dispatches the block before it", "data: a\n\n", [a]),
  vector("blank lines without a block dispatch nothing", "\n\n\ndata: a\n\n\n\n", [a]),
  vector("each block is an event of its own", "data: a\n\ndata: b\n\n", [a, b]),
  vector("an end without the blank line dispatches nothing", "data: a\n\ndata: b\n", [a]),
  vector("an end inside a line dispatches nothing", "data: a\n\ndata: b", [a]),
  vector("a blank line that is not ended dispatches nothing", "data: a\n\nid: 7\ndata: b\n", [a]),
  vector(
    "the id of a block without its blank line is not kept",
    "id: 1\ndata: a\n\nid: 2\ndata: b\n",
    [["message", "a", "1"]],
  ),
  vector("a line of one blank is no blank line", "data: a\n \ndata: b\n\n", [message("a\nb")]),
];

const lineEnds: readonly Vector[] = [
  vector("LF ends a line", "data: a\ndata: b\n\n", [message("a\nb")]),
  vector("CR ends a line", "data: a\rdata: b\r\r", [message("a\nb")]),
  // With one data line this row would pass a parser that takes CRLF for two.
  vector("CRLF is one line end", "data: a\r\ndata: b\r\n\r\n", [message("a\nb")]),
  vector("LF CR is two line ends", "data: a\n\rdata: b\n\r", [a, b]),
  vector("CR CR LF is two line ends", "data: a\r\r\ndata: b\r\r\n", [a, b]),
  vector("CR LF LF is two line ends", "data: a\r\n\ndata: b\r\n\n", [a, b]),
  vector("CR LF CR is two line ends", "data: a\r\n\rdata: b\r\n\r", [a, b]),
  vector("line ends may be mixed", "data: a\rdata: b\ndata: c\r\ndata: d\n\r\n", [
    message("a\nb\nc\nd"),
  ]),
  vector("CRs alone before an LF are line ends too", "data: a\rdata: b\rdata: c\n\n", [
    message("a\nb\nc"),
  ]),
  vector("a CR at the end of the body is a line end", "data: a\n\r", [a]),
  vector("U+2028, U+2029 and U+0085 end no line", "data: a\u2028b\u2029c\u0085d\n\n", [
    message("a\u2028b\u2029c\u0085d"),
  ]),
  vector("VT and FF end no line", "data: a\vb\fc\n\n", [message("a\vb\fc")]),
];

const data: readonly Vector[] = [
  vector("data lines are joined by LF", "data: a\ndata: b\ndata: c\n\n", [message("a\nb\nc")]),
  vector("`data` without a colon appends an empty value", "data\n\n", [message("")]),
  vector("`data:` without a value appends an empty value", "data:\n\n", [message("")]),
  vector("two empty data lines are one LF", "data\ndata\n\n", [message("\n")]),
  vector("an empty data line before a value counts", "data:\ndata: a\n\n", [message("\na")]),
  vector("an empty data line after a value counts", "data: a\ndata\n\n", [message("a\n")]),
  vector("data lines need not stand side by side", "data: a\nid: 1\n: x\ndata: b\n\n", [
    ["message", "a\nb", "1"],
  ]),
  vector("a value may be very long", `data: ${"0123456789".repeat(20)}\n\n`, [
    message("0123456789".repeat(20)),
  ]),
];

const fields: readonly Vector[] = [
  vector("no space after the colon is needed", "data:a\n\n", [a]),
  vector("one space after the colon is removed", "data: a\n\n", [a]),
  vector("only one space is removed", "data:  a\n\n", [message(" a")]),
  vector("a value of one space is empty", "data: \n\n", [message("")]),
  vector("a tab after the colon is kept", "data:\ta\n\n", [message("\ta")]),
  vector("a no-break space after the colon is kept", "data:\u00a0a\n\n", [message("\u00a0a")]),
  vector("blanks at the end of a value are kept", "data: a \t \n\n", [message("a \t ")]),
  vector("a value may hold colons", "data: a: b:c\n\n", [message("a: b:c")]),
  vector("a value may begin with a colon", "data::a\n\n", [message(":a")]),
  vector("a value may look like a field", "data: data: a\n\n", [message("data: a")]),
  vector("field names are case-sensitive", "Data: a\nDATA: a\ndata: b\n\n", [b]),
  vector("a blank before the name makes another name", " data: a\ndata: b\n\n", [b]),
  vector("a blank before the colon makes another name", "data : a\ndata: b\n\n", [b]),
  vector("a longer name is another name", "datas: a\ndata2\nevents: x\nids: 1\ndata: b\n\n", [b]),
  vector("a shorter name is another name", "dat: a\neven: x\ni: 1\nretr: 1\nd\ndata: b\n\n", [b]),
  vector("an unknown field without a colon is ignored", "hello\n{}\ndata: a\n\n", [a]),
  vector("an unknown field alone dispatches nothing", "hello: world\n\n", []),
  vector(
    "names of objects' own properties are unknown fields",
    "constructor: x\n__proto__: y\ndata: a\n\n",
    [a],
  ),
];

const comments: readonly Vector[] = [
  vector("a comment is ignored", ": hello\ndata: a\n\n", [a]),
  vector("a colon alone is a comment", ":\n\ndata: a\n\n", [a]),
  vector("comments alone dispatch nothing", ": a\n: b\n\n:\n\n", []),
  vector("a comment may stand between data lines", "data: a\n: x\ndata: b\n\n", [message("a\nb")]),
  vector("a field behind a colon is a comment", ":data: a\n:id: 1\ndata: b\n\n", [b]),
  vector("a field behind a blank and a colon is unknown", " :data: a\ndata: b\n\n", [b]),
];

const types: readonly Vector[] = [
  vector("`event` sets the type", "event: tick\ndata: a\n\n", [["tick", "a", ""]]),
  vector("the order of fields in a block is free", "data: a\nevent: tick\nid: 1\n\n", [
    ["tick", "a", "1"],
  ]),
  vector("the last `event` of a block counts", "event: a\nevent: b\ndata: a\n\n", [["b", "a", ""]]),
  vector("an empty `event` is a message", "event: tick\nevent:\ndata: a\n\n", [a]),
  vector("`event` without a colon is a message", "event: tick\nevent\ndata: a\n\n", [a]),
  vector("`event: message` is a message", "event: message\ndata: a\n\n", [a]),
  vector("a type holds for its block only", "event: tick\ndata: a\n\ndata: b\n\n", [
    ["tick", "a", ""],
    b,
  ]),
  vector("a type without data dispatches nothing and is forgotten", "event: tick\n\ndata: a\n\n", [
    a,
  ]),
  vector("blanks at the end of a type are kept", "event: tick \ndata: a\n\n", [["tick ", "a", ""]]),
  vector("a type may be of any characters", "event: 滴答 ✓\ndata: a\n\n", [["滴答 ✓", "a", ""]]),
];

const ids: readonly Vector[] = [
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
    {
      lastEventId: "2",
      departs: { firefox: { lastEventId: "1" } },
    },
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
];

const retries: readonly Vector[] = [
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
        {
          reconnectionTime: 1000,
        },
      ),
  ),
  vector("`retry` may be above 2^64", "retry: 99999999999999999999999\n\n", [], {
    reconnectionTime: 1e23,
    departs: { chromium: { reconnectionTime: null } },
  }),
];

const characters: readonly Vector[] = [
  vector("text is UTF-8", "data: é中😀\n\n", [message("é中😀")]),
  vector("what a character's bytes hold ends no line", "data: \u010a\u0a0d\u{10d0a}\n\n", [
    message("\u010a\u0a0d\u{10d0a}"),
  ]),
  vector("an invalid byte is U+FFFD", ["data: ", 0xff, "a\n\n"], [message(`${INVALID}a`)]),
  vector(
    "each invalid byte is one U+FFFD",
    ["data: ", 0x80, 0xbf, 0xc0, "a\n\n"],
    [message(`${INVALID}${INVALID}${INVALID}a`)],
  ),
  vector(
    "a cut character is one U+FFFD",
    ["data: ", 0xe2, 0x82, "a\n\n"],
    [message(`${INVALID}a`)],
  ),
  vector(
    "a cut character swallows no line end",
    ["data: ", 0xe2, "\ndata: ", 0xf0, 0x9f, "\n\n"],
    [message(`${INVALID}\n${INVALID}`)],
  ),
  vector(
    "an encoded surrogate is invalid",
    ["data: ", 0xed, 0xa0, 0x80, "\n\n"],
    [message(`${INVALID}${INVALID}${INVALID}`)],
  ),
  vector(
    "an overlong form is invalid",
    ["data: ", 0xc1, 0xa4, "\n\n"],
    [message(`${INVALID}${INVALID}`)],
  ),
  vector("an invalid byte in the name makes another name", ["da", 0xff, "ta: a\ndata: b\n\n"], [b]),
  vector(
    "an invalid byte in an id is U+FFFD",
    ["id: ", 0xff, "\ndata: a\n\n"],
    [["message", "a", INVALID]],
  ),
  vector("NUL in data is kept", `data: a${NUL}b\n\n`, [message(`a${NUL}b`)], {
    departs: { firefox: { events: [message("ab")] } },
  }),
  vector("NUL in a type is kept", `event: a${NUL}b\ndata: a\n\n`, [[`a${NUL}b`, "a", ""]], {
    departs: { firefox: { events: [["ab", "a", ""]] } },
  }),
];

const byteOrderMarks: readonly Vector[] = [
  vector("one BOM at the start is skipped", `${BOM}data: a\n\n`, [a]),
  vector("a second BOM makes another name", `${BOM}${BOM}data: a\n\ndata: b\n\n`, [b]),
  vector("a BOM later on makes another name", `data: a\n\n${BOM}data: b\n\n`, [a]),
  vector("a BOM after a blank line is none at the start", `\n${BOM}data: a\n\ndata: b\n\n`, [b]),
  vector("a BOM in a value is kept", `data: ${BOM}a\n\n`, [message(`${BOM}a`)]),
  vector("a BOM alone dispatches nothing", BOM, []),
  vector("part of a BOM is no BOM", [0xef, 0xbb, "data: a\n\ndata: b\n\n"], [b]),
  vector("a BOM before LF leaves a blank line", `${BOM}\ndata: a\n\ndata: b\n\n`, [a, b], {
    departs: { chromium: { events: [b] } },
  }),
  vector("a BOM before CR leaves a blank line", `${BOM}\rdata: a\r\rdata: b\r\r`, [a, b], {
    departs: { chromium: { events: [b] } },
  }),
  vector("a BOM before CRLF leaves a blank line", `${BOM}\r\ndata: a\r\n\r\ndata: b\r\n\r\n`, [
    a,
    b,
  ]),
];

export const vectors: readonly Vector[] = [
  ...blocks,
  ...lineEnds,
  ...data,
  ...fields,
  ...comments,
  ...types,
  ...ids,
  ...retries,
  ...characters,
  ...byteOrderMarks,
];
