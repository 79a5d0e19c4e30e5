import assert from "node:assert/strict";
import { test } from "node:test";
import { browserName } from "./browser.ts";

const mozilla = "Mozilla/5.0 (X11; Linux x86_64)";
const webkit = `${mozilla} AppleWebKit/537.36 (KHTML, like Gecko)`;
const agents: [name: string, agent: string][] = [
  ["Firefox 153", `${mozilla} Gecko/20100101 Firefox/153.0`],
  ["Chromium 156", `${webkit} Chrome/156.0.0.0 Safari/537.36`],
  ["Chromium 156", `${webkit} HeadlessChrome/156.0.0.0 Safari/537.36`],
  ["Edge 150", `${webkit} Chrome/150.0.0.0 Safari/537.36 Edg/150.0`],
  ["Opera 120", `${webkit} Chrome/140.0.0.0 Safari/537.36 OPR/120.0`],
  ["Safari 26", `${mozilla} AppleWebKit/605 (KHTML, like Gecko) Version/26.1 Safari/605`],
  ["This browser", "curl/8"],
];
for (const [name, agent] of agents) {
  test(`${name}: ${agent.slice(-40)}`, (t) => {
    t.mock.getter(navigator, "userAgent", () => agent);
    assert.equal(browserName(), name);
  });
}
