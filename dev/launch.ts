/** Launches one process of `npm start`, and follows it to its end. */
import { spawn } from "node:child_process"; // execa takes 80 ms to load, which every start would wait for
import { setTimeout as wait } from "node:timers/promises";

type Launched = {
  /** All URLs have answered, that long after the launch; stays pending where they never do. */
  answered: Promise<{ kind: "answered"; after: number }>; // ms
  ended: Promise<{ kind: "ended"; how: string }>;
  /** Asks it to end, insists after a while, and is done when it is gone. */
  end(): Promise<void>;
};

const POLL = 100; // ms between two attempts to reach a process that starts
const GRACE = 5000; // ms from SIGTERM to SIGKILL

const leaveWithParent = import.meta.resolve("./leave-with-parent.ts");

/** Launches Node with these arguments; what it prints goes where our own words go. */
export function launch(command: readonly string[], urls: readonly string[]): Launched {
  const begun = performance.now();
  const over = new AbortController();
  const child = spawn(process.execPath, ["--import", leaveWithParent, ...command], {
    stdio: ["pipe", "inherit", "inherit"],
    detached: true, // a terminal's Ctrl-C is for us alone: asked twice, webpack ends without keeping its cache
  });
  const ended: Launched["ended"] = new Promise((resolve) => {
    child.once("exit", (exitCode, signal) => {
      over.abort();
      resolve({ kind: "ended", how: signal ?? `exit code ${exitCode}` });
    });
  });
  return {
    answered: new Promise((resolve) => {
      Promise.all(urls.map((url) => answer(url, over.signal))).then(
        () => resolve({ kind: "answered", after: performance.now() - begun }),
        () => {}, // it was over first
      );
    }),
    ended,
    async end() {
      over.abort();
      child.kill("SIGTERM");
      const insist = setTimeout(() => child.kill("SIGKILL"), GRACE);
      await ended;
      clearTimeout(insist);
    },
  };
}

async function answer(url: string, over: AbortSignal): Promise<void> {
  for (;;) {
    const response = await fetch(url, { signal: over }).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    await wait(POLL, undefined, { signal: over });
  }
}
