import type { Key } from "../keys/keys.ts";
import { logTexts } from "./log-texts.ts";

/** What the keys do that change how the log stands. */
export type LogActions = {
  filter(): void;
  nextDepth(): void;
  toggleEventSource(): void;
  toggleFetch(): void;
  pause(): void;
  clear(): void;
  copy(): void;
};

/** The keys of the log that count anywhere on the page. */
export function logKeys(log: LogActions): readonly Key[] {
  const { keyNames: names } = logTexts;
  return [
    { key: "/", name: names.filter, act: log.filter },
    { key: "l", name: names.depth, act: log.nextDepth },
    { key: "3", name: names.eventsource, act: log.toggleEventSource },
    { key: "4", name: names.fetch, act: log.toggleFetch },
    { key: "z", name: names.pause, act: log.pause },
    { key: "d", name: names.clear, act: log.clear },
    { key: "y", name: names.copy, act: log.copy },
  ];
}
