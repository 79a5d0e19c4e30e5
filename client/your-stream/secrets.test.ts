/** What was pasted as a secret stays out of links, of what a run keeps, and of every screen. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isSecret } from "../../protocol/redact.ts";
import type { Header } from "../../protocol/script/action.ts";
import { type AskForm, asking, emptyForm } from "../playground/asking.ts";
import { firstSetUp } from "../playground/set-up.ts";
import { readLink, writeLink } from "../share/link.ts";
import { curlLine } from "./curl-line.ts";
import { masked, unmasked } from "./masked.ts";
import { readPasted } from "./pasted/pasted.ts";
import { readForm } from "./request.ts";

const SECRET = "s3cret";

const secret: Header[] = [
  ["Authorization", `Bearer ${SECRET}`],
  ["proxy-authorization", `Basic ${SECRET}`],
  ["Cookie", `a=${SECRET}`],
  ["X-Api-Key", SECRET],
  ["X-CSRF-Token", SECRET],
];

const form: AskForm = {
  ...emptyForm,
  url: `http://me:${SECRET}@localhost:8080/events?room=1&access_token=${SECRET}`,
  method: "POST",
  headers: [...secret, ["X-Room", "blue: 1"]],
  body: `{"password":"${SECRET}"}`,
};

test("a link takes URL, method and what is no secret, and begins nothing", async () => {
  asking.open(true);
  asking.change(form);
  const { link } = asking;
  const hash = await writeLink({ ...firstSetUp, ask: link });
  assert.doesNotMatch(decodeURIComponent(hash), /s3cret/);
  const { ask } = await readLink(hash);
  assert.deepEqual(ask, {
    url: "http://localhost:8080/events?room=1&access_token=(redacted)",
    method: "POST",
    headers: [["X-Room", "blue: 1"]],
  });
  asking.open(false);
  assert.equal(asking.link, null);
});

test("a link that brings a secret is not believed", async () => {
  const hash = new URLSearchParams({ ask: "/events", headers: "Cookie: a=b\nX-A: 1" });
  assert.deepEqual((await readLink(`${hash}`)).ask?.headers, [["X-A", "1"]]);
});

test("what a run keeps of a request has none", () => {
  const around = {
    target: "http://localhost:8080",
    ways: new Map(),
    page: "http://localhost:8345",
  };
  const ways = new Map([["compress-false" as const, { origin: "", port: 8345 }]]);
  for (const way of ["direct", "compress-false"] as const) {
    const request = readForm({ ...form, way }, { ...around, ways }, "0".repeat(32));
    assert.ok(typeof request === "object");
    assert.doesNotMatch(request.told, /s3cret/);
    assert.match(request.url, /access_token=s3cret/); // and yet it is asked
    assert.doesNotMatch(request.url, /me:/);
  }
});

test("the line for curl shows none, and sends them all where it is copied", () => {
  const shown = curlLine(form, form.url, true);
  assert.doesNotMatch(shown.replace(/--data-raw.*/, ""), /s3cret/);
  assert.match(shown, /-X|--data-raw/);
  const copied = curlLine(form, "http://localhost:8080/", false);
  for (const [name, value] of secret) assert.ok(copied.includes(`-H '${name}: ${value}'`), name);
});

test("a field shows dots, which stand for what they hide until they are typed over", () => {
  const url = `/events?a=1&token=${SECRET}&b=2`;
  const shown = masked(url);
  assert.doesNotMatch(shown, /s3cret/);
  assert.equal(unmasked(shown, url), url);
  assert.equal(unmasked(shown.replace("b=2", "b=3"), url), url.replace("b=2", "b=3"));
  assert.equal(unmasked("/events?token=new", url), "/events?token=new");
});

test("whatever a tool copies is known for a secret", () => {
  const pasted = readPasted(
    `curl http://me:${SECRET}@x/ -b 'a=${SECRET}' -H 'X-Api-Key: ${SECRET}' -H 'X-Auth-Token: ${SECRET}'`,
  );
  assert.equal(pasted?.headers.length, 4);
  for (const [name] of pasted?.headers ?? []) assert.ok(isSecret(name), name);
  assert.doesNotMatch(pasted?.url ?? SECRET, /s3cret/);
});
