import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";

/** A folder that goes with the test, or with whatever is over then. */
export async function temporaryFolder(t: { after(end: () => unknown): void }): Promise<string> {
  const folder = await mkdtemp(`${tmpdir()}/sse-playground-`);
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}
