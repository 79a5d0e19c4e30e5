/** Webpack's way to load every file of a folder: a new lesson is listed by being there. */
interface ImportMeta {
  webpackContext(
    folder: string,
    options: { regExp: RegExp },
  ): {
    keys(): string[];
    (key: string): { default: import("../../lessons/lesson.ts").Lesson };
  };
}
