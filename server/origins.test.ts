import assert from "node:assert/strict";
import { networkInterfaces } from "node:os";
import { test } from "node:test";
import { allowedHosts } from "./allowed-hosts.ts";
import { isOwnHost, isOwnOrigin } from "./origins.ts";

const hosts: [host: string | undefined, own: boolean][] = [
  ["localhost", true],
  ["localhost:3333", true],
  ["LOCALHOST.:3333", true],
  ["127.0.0.1:8345", true],
  ["[::1]:3333", true],
  [undefined, true],
  ["evil.example", false],
  ["localhost.evil.example", false],
  ["127.0.0.1.evil.example:3333", false],
  ["a b", false],
];
for (const [host, own] of hosts) {
  test(`Host ${host} is ${own ? "" : "not "}ours`, () => assert.equal(isOwnHost(host), own));
}

const origins: [origin: string, own: boolean][] = [
  ["http://localhost:8345", true],
  ["http://127.0.0.1:8346", true],
  ["http://[::1]:3333", true],
  ["http://localhost:8347", false],
  ["http://localhost", false],
  ["https://localhost:8345", false],
  ["http://evil.example:8345", false],
  ["null", false],
];
for (const [origin, own] of origins) {
  test(`Origin ${origin} is ${own ? "" : "not "}ours`, () =>
    assert.equal(isOwnOrigin(origin), own));
}

test("this machine's own addresses are allowed", () => {
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  for (const { address } of own) assert.ok(allowedHosts().includes(address), address);
});

test("ALLOWED_HOSTS adds names", (t) => {
  const { ALLOWED_HOSTS = "" } = process.env;
  t.after(() => Object.assign(process.env, { ALLOWED_HOSTS }));
  Object.assign(process.env, { ALLOWED_HOSTS: "Demo.example, 10.1.2.3" });
  assert.ok(isOwnHost("demo.example:3333"));
  assert.ok(isOwnOrigin("http://10.1.2.3:8345"));
});
