/** Passes on what tests tell of their time to `npm test`, which prints the slowest: a line each, in a file that the two runners share. */
import { appendFileSync, readFileSync } from "node:fs";

type TestTime = {
  name: string;
  took: number; // ms
  inBrowser: boolean;
};

/** Set by `npm test` alone: whoever runs some tests by hand reads their times from the runner. */
export const TEST_TIMES = "TEST_TIMES";

export function tellTime(time: TestTime): void {
  const file = process.env[TEST_TIMES];
  if (file) appendFileSync(file, `${JSON.stringify(time)}\n`);
}

export function readTimes(file: string): TestTime[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line): TestTime => JSON.parse(line));
}
