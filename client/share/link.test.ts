import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_SCRIPT_BYTES } from "../../protocol/script/limits.ts";
import { firstSetUp, type SetUp } from "../playground/set-up.ts";
import { forRoom, MAX_LINK, readLink, writeLink } from "./link.ts";

const other: SetUp = {
  scriptName: "drop-and-resume",
  text: "@# é中😀\r\ndata: #&=+%\n\n\ufeffdata: \0\n",
  switches: { compress: true, noTransform: true, proxy: false },
  comesBack: ["eventsource", "fetch"],
  depth: "lines",
  presenting: true,
  lesson: null,
  ask: { url: "/events?a=1&b= #", method: "POST", headers: [["X-A", "1; b"]] },
};

const setUps: [name: string, setUp: SetUp][] = [
  ["the first visit's", firstSetUp],
  ["one in which everything differs", other],
  ["one in which one lane comes back", { ...firstSetUp, comesBack: ["fetch"] }],
  ["a step of a lesson", { ...firstSetUp, lesson: { name: "held", step: 2 }, presenting: true }],
  ["one with an empty script", { ...firstSetUp, text: "" }],
  ["one with a long script", { ...firstSetUp, text: "data: tick\n\n".repeat(5000) }],
];
for (const [name, setUp] of setUps) {
  test(`${name} comes back from its link`, async () => {
    assert.deepEqual(await readLink(await writeLink(setUp)), setUp);
  });
}

test("the first visit needs no words, and words are readable", async () => {
  assert.equal(await writeLink(firstSetUp), "");
  const { switches } = other;
  assert.equal(
    await writeLink({ ...firstSetUp, scriptName: "silence", switches, comesBack: ["fetch"] }),
    "stream=silence&compress=on&no-transform=on&proxy=off&comes-back=fetch",
  );
});

test("a script that does not fit is told", async () => {
  const random = crypto.getRandomValues(new Uint8Array(20_000)).join("");
  await assert.rejects(writeLink({ ...firstSetUp, text: random }), { name: "LinkError" });
});

const bomb = await writeLink({ ...firstSetUp, text: "a".repeat(MAX_SCRIPT_BYTES + 1) });
const cut = (await writeLink({ ...firstSetUp, text: "data: a\n\ndata: b\n\n" })).slice(0, -6);

const damaged: [name: string, hash: string][] = [
  ["a switch that is neither", "compress=perhaps"],
  ["an unknown depth", "depth=sea"],
  ["an unknown lane", "comes-back=nobody"],
  ["a name that is none", "stream=../../etc/passwd"],
  ["a script that is no base64", "script=***"],
  ["a script that is not deflated", "script=AAAA"],
  ["half of a script", cut],
  ["a script that inflates beyond every script", bomb],
  ["more than a link may hold", "x".repeat(MAX_LINK + 1)],
];
for (const [name, hash] of damaged) {
  test(`damaged: ${name}`, async () => {
    await assert.rejects(readLink(hash), { name: "LinkError", message: /link/ });
  });
}

test("words of a newer page are passed over", async () => {
  assert.deepEqual(await readLink("sound=on"), firstSetUp);
});

const rooms: [link: string, hosts: string[], shared: string][] = [
  ["http://localhost:8345/#stream=crlf", ["10.0.0.7"], "http://10.0.0.7:8345/#stream=crlf"],
  ["http://127.0.0.1:8345/", ["10.0.0.7", "10.1.1.1"], "http://10.0.0.7:8345/"],
  ["http://[::1]:8345/", ["10.0.0.7"], "http://10.0.0.7:8345/"],
  ["http://localhost:8345/", [], "http://localhost:8345/"],
  ["http://demo.example/#x", ["10.0.0.7"], "http://demo.example/#x"],
];
for (const [link, hosts, shared] of rooms) {
  test(`${link} is ${shared} where the room has ${hosts.length} ways`, () => {
    assert.equal(forRoom(link, hosts), shared);
  });
}
