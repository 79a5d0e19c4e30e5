/**
 * Loaded into what an npm script keeps running: asks it to end when npm is gone, whatever npm died of.
 * Between the two there may be a shell (Debian's, Windows'). It hands on no signal, and it outlives npm.
 * This is JavaScript because node-24.js, which is loaded beside it, must be heard by any Node.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const LOOK = 250; // ms between two looks whether npm is still there

const parent = process.ppid;
const script = process.env.npm_lifecycle_script;

if (isMainThread && script !== undefined) {
  const npm = npmPid(script);
  const watch = setInterval(() => {
    if (process.ppid === parent && runs(npm)) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, LOOK).unref();
}

/** npm is our parent's parent where our parent is a shell that runs the script, else it is our parent. */
function npmPid(script) {
  try {
    const { command, itsParent } = aboutParent();
    return command.includes(script) ? itsParent : parent;
  } catch {
    return parent; // the system does not tell
  }
}

function aboutParent() {
  if (process.platform === "linux") {
    const stat = readFileSync(`/proc/${parent}/stat`, "utf8"); // 4711 (sh) S 4710 …
    const [, itsParent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const command = readFileSync(`/proc/${parent}/cmdline`, "utf8");
    return { command, itsParent: Number(itsParent) };
  }
  const options = ["-ww", "-o", "ppid=", "-o", "args=", "-p", String(parent)];
  const [, itsParent, command] = /^\s*(\d+) (.*)/.exec(
    execFileSync("ps", options, { encoding: "utf8" }),
  );
  return { command, itsParent: Number(itsParent) };
}

function runs(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM"; // it is somebody else's
  }
}
