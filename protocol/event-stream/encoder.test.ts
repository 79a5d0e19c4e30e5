import assert from "node:assert/strict";
import { test } from "node:test";
import { type EventFields, encodeComment, encodeEvent, FieldValueError } from "./encoder.ts";

function text(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

const events: [rule: string, fields: EventFields, wire: string][] = [
  ["data is a line", { data: "a" }, "data: a\n\n"],
  ["empty data is a line too", { data: "" }, "data:\n\n"],
  ["a line of data ends with LF", { data: "a\nb" }, "data: a\ndata: b\n\n"],
  ["a line of data ends with CR", { data: "a\rb" }, "data: a\ndata: b\n\n"],
  ["a line of data ends with CRLF", { data: "a\r\nb" }, "data: a\ndata: b\n\n"],
  ["LF CR ends two lines", { data: "a\n\rb" }, "data: a\ndata:\ndata: b\n\n"],
  ["data may end with a line end", { data: "a\n" }, "data: a\ndata:\n\n"],
  ["data cannot become another field", { data: "a\n\nid: 1" }, "data: a\ndata:\ndata: id: 1\n\n"],
  ["a space at the start gets another one", { data: " a", id: " 1" }, "id:  1\ndata:  a\n\n"],
  [
    "all fields",
    { type: "x", data: "a", id: "1", retry: 5 },
    "id: 1\nevent: x\nretry: 5\ndata: a\n\n",
  ],
  ["an id alone is a block", { id: "7" }, "id: 7\n\n"],
  ["an empty id resets", { id: "", data: "a" }, "id:\ndata: a\n\n"],
  ["text is UTF-8", { data: "é中😀" }, "data: é中😀\n\n"],
  ["NUL in data is kept", { data: "a\0b" }, "data: a\0b\n\n"],
];

for (const [rule, fields, wire] of events) {
  test(rule, () => assert.equal(text(encodeEvent(fields)), wire));
}

const comments: [rule: string, comment: string, wire: string][] = [
  ["a comment is a line", "heartbeat", ": heartbeat\n"],
  ["an empty comment is a colon", "", ":\n"],
  ["a comment cannot become a field", "a\ndata: b\rc\r\nd", ": a\n: data: b\n: c\n: d\n"],
];

for (const [rule, comment, wire] of comments) {
  test(rule, () => assert.equal(text(encodeComment(comment)), wire));
}

const refused: [rule: string, fields: EventFields, field: string, says: RegExp][] = [
  ["an id with LF", { id: "7\ndata: x" }, "id", /`id` has a LF at index 1.*`%0A`/],
  ["an id with CR", { id: "7\r" }, "id", /`id` has a CR at index 1.*`%0D`/],
  ["an id with NUL", { id: "\0" }, "id", /`id` has a NUL at index 0.*`%00`/],
  ["a type with LF", { type: "a\n\nb", data: "" }, "event", /`event` has a LF at index 1/],
  ["a type with CR", { type: "a\r\nb", data: "" }, "event", /`event` has a CR at index 1/],
  ["a type with NUL", { type: "a\0", data: "" }, "event", /`event` has a NUL at index 1/],
  ["a fraction of a ms", { retry: 1.5 }, "retry", /`retry` is 1.5.*`1000`/],
  ["a time below 0", { retry: -1 }, "retry", /`retry` is -1/],
  ["no number", { retry: Number.NaN }, "retry", /`retry` is NaN/],
  ["a number that is written 1e21", { retry: 1e21 }, "retry", /`retry` is 1e\+21/],
];

for (const [rule, fields, field, says] of refused) {
  test(`${rule} is refused`, () => {
    assert.throws(
      () => encodeEvent(fields),
      (error) => {
        assert.ok(error instanceof FieldValueError);
        assert.equal(error.name, "FieldValueError");
        assert.equal(error.field, field);
        assert.match(error.message, says);
        return true;
      },
    );
  });
}
