/** Ten thousand events, a hundred cuts and ten kills: none is lost or repeated. */
import { cutUntilAll, firstNumbers, gets, numbered, points, seed, type Way } from "../cuts.ts";
import { expect, lanes } from "../playground.ts";
import { test } from "../with-own-servers.ts";

const EVENTS = 10_000;
const CUTS = 100;

/** Through the dev proxy a kill ends fetch for good: the standard fails the connection at its 504. */
const combinations: [way: Way, kills: number][] = [
  ["direct", 10],
  ["proxy", 0],
  ["proxy", 10],
];

for (const [way, kills] of combinations) {
  test(`${way}: ${EVENTS} events, ${CUTS} cuts, ${kills} kills`, async ({
    playground,
    servers,
    browserName,
  }) => {
    const { page } = playground;
    await servers.startServer();
    await playground.open(`${servers.page}#${await numbered(EVENTS, way)}`);
    const began = performance.now();
    await playground.begins(() => playground.run.click());
    const all = cutUntilAll(page, EVENTS, {
      eventsource: points(CUTS, EVENTS, 1),
      fetch: points(CUTS, EVENTS, 2),
    });
    for (let kill = 1; kill <= kills; kill++) {
      await gets(page, "eventsource", (kill * EVENTS) / (kills + 1));
      await servers.kill(kill % 2 === 0 ? "SIGTERM" : "SIGKILL");
      await servers.startServer();
    }

    const got = await all;
    const seconds = Math.round((performance.now() - began) / 1000);
    for (const lane of lanes) {
      const { ids, attempts, cuts } = got[lane];
      const once = new Set(ids).size;
      console.log(
        `${browserName} ${way} ${lane}: ${once} of ${EVENTS} events, ${ids.length - once} repeated, ${cuts} cuts, ${kills} kills, ${attempts} attempts, ${seconds} s, SEED=${seed}`,
      );
      expect(ids, `${lane}, SEED=${seed}`).toEqual(firstNumbers(ids.length));
      const isFailed = way === "proxy" && lane === "fetch" && kills > 0;
      if (!isFailed) expect(ids).toHaveLength(EVENTS);
    }
  });
}
