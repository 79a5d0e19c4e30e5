/**
 * Says how much CPU time the processes below this one have used. Whoever waits for a process learns it from the
 * system; browsers are not waited for to the last of their processes, so all of them are looked at meanwhile.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

const LOOK = 500; // ms between two looks; what begins and ends in between is missed
const TICK = 10; // ms, the unit of /proc on every Linux

type Seen = { pid: number; parent: number; used: number }; // ms

export class CpuTime {
  readonly #used = new Map<number, number>(); // ms by process
  readonly #waitedBefore = waitedFor();
  readonly #timer = setInterval(() => this.#look(), LOOK);

  /** @returns all that was used since this was made, in ms */
  end(): number {
    clearInterval(this.#timer);
    this.#look();
    const seen = [...this.#used.values()].reduce((sum, used) => sum + used, 0);
    return Math.max(seen, waitedFor() - this.#waitedBefore);
  }

  #look(): void {
    const processes = existsSync("/proc/self/stat") ? fromProc() : fromPs();
    const below = new Set([process.pid]);
    for (let size = 0; size < below.size; ) {
      size = below.size;
      for (const { pid, parent } of processes) if (below.has(parent)) below.add(pid);
    }
    below.delete(process.pid);
    for (const { pid, used } of processes) if (below.has(pid)) this.#used.set(pid, used);
  }
}

/** The CPU time, in ms, of processes that have ended and whose parents waited for them; 0 where nobody tells it. */
function waitedFor(): number {
  const fields = stat("self");
  return fields === undefined ? 0 : (Number(fields[13]) + Number(fields[14])) * TICK;
}

function fromProc(): Seen[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const fields = stat(name);
      if (fields === undefined) return [];
      const used = (Number(fields[11]) + Number(fields[12])) * TICK;
      return [{ pid: Number(name), parent: Number(fields[1]), used }];
    });
}

/** Returns what stands behind the name of a process, which may hold anything. */
function stat(pid: string): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
  } catch {
    return undefined; // it has just ended
  }
}

function fromPs(): Seen[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,time="], { encoding: "utf8" });
  return lines.split("\n").flatMap((line) => {
    const [pid, parent, time = ""] = line.trim().split(/\s+/);
    if (!pid) return [];
    const used = time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;
    return [{ pid: Number(pid), parent: Number(parent), used }];
  });
}
