/** Every lesson there is, for tests: the page finds them by the same names. */
import { readdirSync } from "node:fs";
import type { Lesson } from "../lesson.ts";

const folder = `${import.meta.dirname}/..`;

export const lessonFiles = readdirSync(folder)
  .filter((file) => /^\d\d-[a-z-]+\.ts$/.test(file))
  .sort();

export const lessons: readonly Lesson[] = await Promise.all(
  lessonFiles.map(async (file) => {
    const found: { default: Lesson } = await import(`${folder}/${file}`);
    return found.default;
  }),
);
