/** Every lesson in which browsers do not differ, walked by its own actions: each of its checks comes true. */
import { lessons } from "../../lessons/testing/read-lessons.ts";
import { Learn } from "../pages/learn.ts";
import { test } from "../pages/playground.ts";

for (const lesson of lessons.filter(({ differs }) => !differs)) {
  test(`${lesson.name}: ${lesson.title}`, async ({ playground }) => {
    await new Learn(playground).walk(lesson);
  });
}
