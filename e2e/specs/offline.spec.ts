/** The page asks nobody but this machine, and works where there is no other. */
import { expect, lanes, test } from "../pages/playground.ts";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

test("every path, the worker, the editor and the log: all that is asked for is on this machine", async ({
  page,
  playground,
}) => {
  const asked: URL[] = [];
  const note = (url: string) => {
    if (/^(http|ws)/.test(url)) asked.push(new URL(url));
  };
  page.context().on("request", (request) => note(request.url()));
  page.on("websocket", (socket) => note(socket.url()));
  await page.context().route(
    ({ hostname }) => !LOOPBACK.includes(hostname),
    (route) => route.abort("internetdisconnected"),
  );

  await playground.open();
  await playground.script.write("retry: 9\ndata: mine\n\n@attempt 2+\n@status 204\n");
  await playground.begins(() => playground.script.editor.press("ControlOrMeta+Enter"));
  await playground.over();
  for (const [which, value] of [
    ["no-transform", "on"],
    ["compress", "true"],
    ["proxy", "off"],
  ] as const) {
    await playground.begins(() => playground.turn(which, value));
    await playground.over();
    for (const lane of lanes) await expect(playground.events(lane)).not.toHaveCount(0);
  }
  await playground.begins(() => page.keyboard.press("s"));
  await playground.over();
  await page.keyboard.press("m");
  await page.keyboard.press("?");
  await expect(playground.keys).toBeVisible();
  await page.keyboard.press("Escape");
  await playground.log.look("Lines");

  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(({ hostname }) => !LOOPBACK.includes(hostname)).map(String)).toEqual([]);
  expect(new Set(asked.map(({ port }) => port)).size, "servers asked").toBe(3);
});
