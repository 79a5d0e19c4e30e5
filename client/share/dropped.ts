/** A file that is dropped onto the page is opened as a trace. From the first moment: a browser would leave the page for it. */
import type { Playground } from "../playground/playground.ts";

/** @param ready settles once the page may show a run: what was dropped waits for that */
export function openDropped(page: Playground, ready: Promise<unknown>): void {
  addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault(); // it may be dropped here
  });
  addEventListener("drop", async (event) => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    page.tellOpening(0); // so nothing plays by itself meanwhile
    try {
      await ready;
      const { openTraceFile } = await import("./open-trace.ts");
      await openTraceFile(page, file);
    } finally {
      page.tellOpening(undefined);
    }
  });
}
