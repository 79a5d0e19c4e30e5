/** Every lesson walked by its own actions, each of its checks comes true: whole in Chromium, and in Firefox the steps that say that browsers differ. */
import { tellsBrowsersApart } from "../../lessons/lesson.ts";
import { lessons } from "../../lessons/testing/read-lessons.ts";
import { Learn } from "../pages/learn.ts";
import { test } from "../pages/playground.ts";

for (const lesson of lessons) {
  const tag = lesson.steps.some(tellsBrowsersApart) ? [] : "@one";
  test(`${lesson.name}: ${lesson.title}`, { tag }, async ({ playground, browserName }) => {
    await new Learn(playground).walk(
      lesson,
      browserName === "firefox" ? tellsBrowsersApart : undefined,
    );
  });
}
