/** A file that the page makes, saved where the browser saves what people download. */

/** The browser has read a blob by then, also a large one on a busy machine. ms */
const READ = 60_000;

/** Saves `content` as the file `name`. `type`: its media type. */
export function download(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ);
}
