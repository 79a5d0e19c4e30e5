import assert from "node:assert/strict";
import { test } from "node:test";
import type { DevServer } from "../connections/dev-servers.ts";
import "../connections/testing/ports.ts";

const { bothPaths, pathUnder, reachable } = await import("./settings.ts");

const plain: DevServer = { port: 1, compress: false };
const compressed: DevServer = { port: 2, compress: true };
const on = { noTransform: false, proxy: true, compress: true };

test("the path goes through the dev server that is set as the switches are, or straight to the server", () => {
  assert.deepEqual(pathUnder(on, [plain, compressed]), { proxy: true, ...compressed });
  assert.deepEqual(pathUnder({ ...on, compress: false }, [plain, compressed]), {
    proxy: true,
    ...plain,
  });
  assert.deepEqual(pathUnder({ ...on, proxy: false }, [plain]), { proxy: false, port: 3 });
  assert.equal(pathUnder(on, [plain]), undefined);
});

const moved: [around: string, servers: DevServer[], switches: typeof on][] = [
  ["both dev servers", [plain, compressed], on],
  ["the other one alone", [plain], { ...on, compress: false }],
  ["none", [], { ...on, proxy: false }],
];
for (const [around, servers, switches] of moved) {
  test(`with ${around} the switches move to what there is`, () => {
    assert.deepEqual(reachable(on, servers), switches);
  });
}

test("side by side go one path of each setting, uncompressed first", () => {
  const ports = (servers: DevServer[]) => bothPaths(servers).map(({ port }) => port);
  assert.deepEqual(ports([compressed, plain]), [1, 2]);
  assert.deepEqual(ports([plain, { port: 4, compress: false }]), [1]);
  assert.deepEqual(ports([]), []);
});
