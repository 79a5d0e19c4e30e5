/** Of a file's name. Characters */
const MOST = 80;

/** A name that every file system takes: `five-ticks.report.md`. */
export function fileName(script: string, what: string, ending: string): string {
  const name = script.replace(/[^\w-]+/g, "-").slice(0, MOST) || "stream";
  return [name, what, ending].filter((part) => part !== "").join(".");
}
