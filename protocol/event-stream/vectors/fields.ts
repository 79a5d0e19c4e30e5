/** Shows how fields are read: their names, their values, the data and the type of an event. */
import { message, type Vector, vector } from "./vector.ts";

const a = message("a");
const b = message("b");

export const fields: readonly Vector[] = [
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
