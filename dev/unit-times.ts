/** A reporter for `node --test` that prints nothing, and tells each test's time to `npm test`. */
import path from "node:path";
import type { TestEvent } from "node:test/reporters";
import { tellTime } from "./test-times.ts";

export default async function* unitTimes(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events) {
    if (type !== "test:pass" || data.nesting > 0) continue;
    const file = path.relative(process.cwd(), data.file ?? "");
    tellTime({ name: `${file} › ${data.name}`, took: data.details.duration_ms, inBrowser: false });
  }
  yield "";
}
