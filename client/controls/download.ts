/** Files that the page makes, saved where the browser saves what people download. */

/** The browser has read a blob by then, also a large one on a busy machine. ms */
const KEPT = 60_000;

const LONGEST = 80; // Characters

export function download(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}

/** Makes a name that every file system takes, such as `five-ticks.report.md`. */
export function fileName(script: string, what: string, ending: string): string {
  const name = script.replace(/[^\w-]+/g, "-").slice(0, LONGEST) || "stream";
  return [name, what, ending].filter((part) => part !== "").join(".");
}
