import assert from "node:assert/strict";
import { syncBuiltinESMExports } from "node:module";
import os, { networkInterfaces } from "node:os";
import { test } from "node:test";
import { allowedHosts } from "./allowed-hosts.ts";
import { isOwnHost, isOwnOrigin } from "./origins.ts";
import { ports } from "./ports.ts";

/** None of ours, whatever the environment says. */
const STRANGE_PORT = Math.max(...Object.values(ports)) + 1;

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
  [`http://localhost:${ports.page}`, true],
  [`http://127.0.0.1:${ports.twin}`, true],
  [`http://[::1]:${ports.server}`, true],
  [`http://localhost:${STRANGE_PORT}`, false],
  ["http://localhost", false],
  [`https://localhost:${ports.page}`, false],
  [`http://evil.example:${ports.page}`, false],
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

test("addresses are kept where they cannot be asked for, and new ones are found later", (t) => {
  t.mock.timers.enable({ apis: ["Date"], now: Date.now() });
  const seconds = (count: number) => t.mock.timers.tick(count * 1000);
  const before = allowedHosts();
  const { mock } = t.mock.method(os, "networkInterfaces", () => {
    throw new Error("EMFILE: too many open files");
  });
  syncBuiltinESMExports();
  t.after(() => {
    mock.restore();
    syncBuiltinESMExports(); // every test file shares this process
  });
  seconds(60);
  assert.deepEqual(allowedHosts(), before);
  const found = { family: "IPv4", netmask: "", mac: "", internal: false, cidr: null } as const;
  mock.mockImplementation(() => ({ wlan0: [{ ...found, address: "10.9.8.7" }] }));
  seconds(60);
  assert.ok(isOwnHost("10.9.8.7:3333"));
});

test("ALLOWED_HOSTS adds names", (t) => {
  const { ALLOWED_HOSTS = "" } = process.env;
  t.after(() => Object.assign(process.env, { ALLOWED_HOSTS }));
  Object.assign(process.env, { ALLOWED_HOSTS: "Demo.example, 10.1.2.3" });
  assert.ok(isOwnHost("demo.example:3333"));
  assert.ok(isOwnOrigin(`http://10.1.2.3:${ports.page}`));
});
