/** Keeps one process of `npm start` running, over every edit of the files that it depends on. */
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { FSWatcher } from "chokidar";
import { launch } from "./launch.ts";

export type Part = {
  name: string; // as in a sentence: "the server"
  command: readonly string[]; // Node's arguments
  files: readonly string[]; // an edit of one of them, or in one of these folders, starts it again
  urls: readonly string[]; // it runs once all of them have answered
};

const SETTLE = 50; // ms for an editor, or git, to write the other files too

/**
 * Launches the part, again after every edit, until `stop`; done when its process is gone. A part that an
 * edit broke waits for the next edit.
 * @param running called when it answers for the first time
 * @throws {Error} when it does not start at first, or ends by itself later
 */
export async function keepRunning(
  part: Part,
  stop: AbortSignal,
  running: () => void,
): Promise<void> {
  const { name } = part;
  let watcher: FSWatcher | undefined;
  const stopped = new Promise<{ kind: "stopped" }>((resolve) => {
    stop.addEventListener("abort", () => resolve({ kind: "stopped" }));
  });
  for (let lives = 1; !stop.aborted; lives++) {
    const { answered, ended, end } = launch(part.command, part.urls);
    watcher ??= await watchFiles(part.files);
    const edited = nextEdit(watcher);
    let next = await Promise.race([stopped, ended, edited, answered]);
    if (next.kind === "answered") {
      if (lives === 1) running();
      else console.log(`${name} runs again, after ${(next.after / 1000).toFixed(1)} s`);
      next = await Promise.race([stopped, ended, edited]);
    } else if (next.kind === "ended" && lives > 1) {
      console.log(`${name} does not start like this (${next.how}); waiting for the next save`);
      next = await Promise.race([stopped, edited]);
    }
    if (next.kind === "ended") {
      await watcher.close();
      throw new Error(`${name} ended by itself (${next.how})`);
    }
    if (next.kind === "edited") console.log(`${next.file} was saved: ${name} starts again`);
    await Promise.all([end(), next.kind === "edited" ? wait(SETTLE) : undefined]);
  }
  await watcher?.close();
}

/** Loads chokidar too, while the process that was launched before starts. */
async function watchFiles(files: readonly string[]): Promise<FSWatcher> {
  const { watch } = await import("chokidar");
  return watch([...files], { ignoreInitial: true, ignored: isNoSource });
}

function nextEdit(watcher: FSWatcher): Promise<{ kind: "edited"; file: string }> {
  return new Promise((resolve) => {
    watcher.once("all", (_event, file) =>
      resolve({ kind: "edited", file: path.relative(".", file) }),
    );
  });
}

/** Tests, and what editors leave beside a file while they write it. */
function isNoSource(file: string, stats?: { isFile(): boolean }): boolean {
  return stats?.isFile() === true && !/(?<!\.test)\.(ts|json)$/.test(file);
}
