/** Ten thousand events, a hundred cuts and ten kills: none is lost or repeated. */

import { expect, lanes } from "../pages/playground.ts";
import { cutUntilAll, firstNumbers, gets, numbered, points, seed, ways } from "../support/cuts.ts";
import { test } from "../support/with-own-servers.ts";

const EVENTS = 10_000;
const CUTS = 100;

const KILLS = 10;

for (const way of ways) {
  test(`${way}: ${EVENTS} events, ${CUTS} cuts, ${KILLS} kills`, async ({
    playground,
    servers,
    browserName,
  }) => {
    const { page } = playground;
    await servers.startServer();
    await playground.open(`${servers.page}#${await numbered(EVENTS, way, 3)}`);
    const began = performance.now();
    await playground.begins(() => playground.run.click());
    const all = cutUntilAll(page, EVENTS, {
      eventsource: points(CUTS, EVENTS, 1),
      fetch: points(CUTS, EVENTS, 2),
    });
    for (let kill = 1; kill <= KILLS; kill++) {
      await gets(page, "eventsource", (kill * EVENTS) / (KILLS + 1));
      await servers.kill(kill % 2 === 0 ? "SIGTERM" : "SIGKILL");
      await servers.startServer();
    }

    const got = await all;
    const seconds = Math.round((performance.now() - began) / 1000);
    for (const lane of lanes) {
      const { ids, attempts, cuts } = got[lane];
      const once = new Set(ids).size;
      console.log(
        `${browserName} ${way} ${lane}: ${once} of ${EVENTS} events, ${ids.length - once} repeated, ${cuts} cuts, ${KILLS} kills, ${attempts} attempts, ${seconds} s, SEED=${seed}`,
      );
      expect(ids, `${lane}, SEED=${seed}`).toEqual(firstNumbers(EVENTS));
    }
  });
}
