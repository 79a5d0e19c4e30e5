/** Says what Resource Timing tells of the lanes' responses, once each is complete: sizes before and after decoding. */
import type { LaneName } from "../../trace/run/records.ts";

/** The sizes are in bytes. `protocol` is such as "http/1.1", and "" where another origin does not tell it. */
type Size = { encoded: number; decoded: number; protocol: string };

/** Returns how to stop it. */
export function watchSizes(trace: string, complete: (lane: LaneName, size: Size) => void) {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!(entry instanceof PerformanceResourceTiming)) continue;
      const lane = laneOf(entry.name, trace);
      if (lane === undefined) continue;
      complete(lane, {
        encoded: entry.encodedBodySize,
        decoded: entry.decodedBodySize,
        protocol: entry.nextHopProtocol,
      });
    }
  });
  observer.observe({ type: "resource" });
  return () => observer.disconnect();
}

function laneOf(url: string, trace: string): LaneName | undefined {
  const { pathname, searchParams } = new URL(url);
  if (searchParams.get("trace") !== trace || pathname.endsWith("/tap")) return undefined;
  return searchParams.get("lane") === "fetch" ? "fetch" : "eventsource";
}
