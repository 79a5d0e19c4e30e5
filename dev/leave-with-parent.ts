/**
 * Loaded into each process that `npm start` starts: asks it to end when its standard input ends, which is
 * when `npm start` is gone, whatever it died of.
 */
import { isMainThread } from "node:worker_threads";

// Threads load it too, such as those that minify the viewer, and theirs ends with their work.
if (isMainThread) {
  process.stdin.on("end", () => process.kill(process.pid, "SIGTERM"));
  process.stdin.resume();
  if ("unref" in process.stdin) process.stdin.unref(); // it must not keep the process up
}
