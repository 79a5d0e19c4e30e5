import assert from "node:assert/strict";
import { test } from "node:test";
import { noWayTo } from "./chat-error.ts";
import { readModel } from "./model.ts";

const reasons: [code: string, says: string][] = [
  ["ECONNREFUSED", "nobody listens there: ECONNREFUSED"],
  ["ENOTFOUND", "there is no host of that name: ENOTFOUND"],
  ["EAI_AGAIN", "names of hosts cannot be looked up here: EAI_AGAIN"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "DEPTH_ZERO_SELF_SIGNED_CERT"],
];
for (const [code, says] of reasons) {
  test(`${code} is told in words, with what to look at`, async (t) => {
    const model = readModel({
      OPENAI_API_KEY: "sk-0815",
      OPENAI_BASE_URL: "http://nosuch.example/v1",
    });
    assert.ok(model);
    t.after(() => model.close());
    const error = Object.assign(new Error("with sk-0815 inside"), { code });
    const what = `there is no connection to nosuch.example (${says})`;
    const { kind, message } = noWayTo(model, error);
    assert.equal(kind, "unreachable");
    assert.equal(message, `${what}; look at OPENAI_BASE_URL, and at the network`);
  });
}
