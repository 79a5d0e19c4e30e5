/** Three moments that need no words: a key each, and no longer than twenty seconds. */
import type { Start } from "./lesson.ts";

export type Moment = {
  /** As `KeyboardEvent.key` has it. */
  key: string;
  title: string;
  /** What is played, one after the other. */
  scenes: readonly [Start, ...Start[]];
};

export const moments: readonly Moment[] = [
  {
    key: ",",
    title: "Pile, end, burst, cure",
    scenes: [
      { stream: "five-ticks", switches: { compress: true } },
      { stream: "five-ticks", switches: { compress: true, noTransform: true } },
    ],
  },
  {
    key: ".",
    title: "Seven bytes at a time",
    scenes: [{ stream: "chunk-inside-event", switches: {} }],
  },
  {
    key: ";",
    title: "The plug is pulled",
    scenes: [{ stream: "drop-and-resume", switches: {} }],
  },
];
