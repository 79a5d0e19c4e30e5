/** None of many numbered events is lost or repeated, whatever is cut, and though the server is killed. */

import { expect, lanes } from "../../pages/playground.ts";
import { cutUntilAll, firstNumbers, gets, numbered, points, seed } from "../../support/cuts.ts";
import { test } from "../../support/with-own-servers.ts";

const EVENTS = 240;
const CUTS = 3;
/** The rest is there for a cut that comes late: it has to meet a stream that still runs, and so for more than a second. */
const LAST_CUT = 100;
const APART = 8; // ms between two events

// Straight to the server: to a browser the dev server is one as well. Both ways, for longer: e2e/soak.
test("cut at random points and killed once, nothing is lost or repeated", async ({
  playground,
  servers,
}) => {
  test.info().annotations.push({ type: "seed", description: `SEED=${seed}` });
  const { page } = playground;
  await servers.startServer();
  await playground.open(`${servers.page}#${await numbered(EVENTS, "direct", APART)}`);
  await playground.begins(() => playground.run.click());
  const all = cutUntilAll(page, EVENTS, {
    eventsource: points(CUTS, LAST_CUT, 1),
    fetch: points(CUTS, LAST_CUT, 2),
  });
  await gets(page, "eventsource", EVENTS / 2);
  await servers.kill("SIGKILL");
  await servers.startServer();

  const got = await all;
  for (const lane of lanes) {
    const { ids, attempts, cuts } = got[lane];
    expect(ids, `${lane}, SEED=${seed}`).toEqual(firstNumbers(EVENTS));
    expect(cuts, "cuts that met a running stream").toBe(CUTS);
    expect(attempts).toBeGreaterThan(cuts);
  }
});
