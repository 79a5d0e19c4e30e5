/** A reporter that prints nothing, and tells each test's time to `npm test`. */
import path from "node:path";
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import { tellTime } from "../dev/test-times.ts";

export default class Times implements Reporter {
  onTestEnd(test: TestCase, { duration, status }: TestResult): void {
    if (status !== "passed") return;
    const [, project = ""] = test.titlePath();
    const name = `${path.basename(test.location.file)} › ${test.title} (${project})`;
    tellTime({ name, took: duration, inBrowser: true });
  }

  printsToStdio(): boolean {
    return false;
  }
}
