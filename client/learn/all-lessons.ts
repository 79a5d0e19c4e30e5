/** The lessons stand in the order of their files' numbers. */
import type { Lesson, RouteName } from "../../lessons/lesson.ts";
import type { LessonPlace } from "../playground/set-up.ts";

const files = import.meta.webpackContext("../../lessons", { regExp: /^\.\/\d\d-[a-z-]+\.ts$/ });

export const lessons: readonly Lesson[] = files
  .keys()
  .toSorted()
  .map((file) => files(file).default);

export type Route = RouteName | "everything";

export function lessonsOn(route: Route): readonly Lesson[] {
  return route === "everything" ? lessons : lessons.filter(({ routes }) => routes.includes(route));
}

export function lessonNamed(name: string | undefined): Lesson | undefined {
  return lessons.find((lesson) => lesson.name === name);
}

/** In the next lesson where this one is over; `undefined` at the route's ends. */
export function placeBeside({ name, step }: LessonPlace, by: 1 | -1, route: Route) {
  const lesson = lessonNamed(name);
  if (lesson === undefined) return undefined;
  if (lesson.steps[step + by - 1] !== undefined) return { name, step: step + by };
  const way = lessonsOn(route).includes(lesson) ? lessonsOn(route) : lessons;
  const beside = way[way.indexOf(lesson) + by];
  return beside && { name: beside.name, step: by === 1 ? 1 : beside.steps.length };
}
