/**
 * Says what an event stream says, as a table: bytes in, events out. The unit test plays each vector under
 * every cut; a browser test serves each to a real EventSource. Where a browser departs from the
 * standard (measured with Chromium 156 and Firefox 153), the vector says what that browser does.
 */

import { characters } from "./vectors/characters.ts";
import { fields } from "./vectors/fields.ts";
import { lines } from "./vectors/lines.ts";
import { reconnecting } from "./vectors/reconnecting.ts";
import type { Vector } from "./vectors/vector.ts";

export const vectors: readonly Vector[] = [...lines, ...fields, ...reconnecting, ...characters];
