import assert from "node:assert/strict";
import { test } from "node:test";
import { type Question, readQuestion, writeQuestion } from "./question.ts";

const questions: Question[] = [
  { message: "Why?" },
  { message: 'two\nlines, "quotes", \u2028 and é中😀', role: "poet" },
  { message: "@# {}\n@# {}" },
];
for (const question of questions) {
  test(`a question is read as it was written: ${JSON.stringify(question)}`, () => {
    assert.deepEqual(readQuestion(writeQuestion(question, "asked")), question);
  });
}

const others: [name: string, text: string][] = [
  ["a script", "data: x\n\n"],
  ["a script that begins with remarks", "@# one\n@# two\ndata: x\n"],
  ["no text", ""],
  ["a remark that holds another JSON", '@# one\n@# {"name":"five-ticks"}\n'],
  ["a message that is no text", '@# one\n@# {"message":7}\n'],
  ["JSON that is no object", "@# one\n@# null\n"],
];
for (const [name, text] of others) {
  test(`${name} asks nothing`, () => assert.equal(readQuestion(text), undefined));
}
