/** Says what is copied, pasted: the question that it was copied of, and Node running the code. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import type { Connection } from "../../../run/connection.ts";
import type { Run } from "../../../run/run.ts";
import type { Asked } from "../request.ts";

type Test = { after(done: () => void): void };

/** What tells code that hangs from a slow machine. */
export const LIMIT = { timeout: 120_000 }; // ms

/** Returns what a lane asked in one step, by the browser's own means. */
export function asked(url: string, change: Partial<Asked> = {}): Asked {
  const plainly = { body: null, left: null, lastEventId: "", acceptEncoding: "" };
  return { url, ...plainly, isAuthorized: false, ...change };
}

export function connectionOf(run: Run): Connection {
  const connection = run.lane("fetch").attempts[0]?.connection;
  assert.ok(connection);
  return connection;
}

/** Node running the code, or what else stands in `words`; it ends with the test. */
export function runNode(t: Test, ...words: readonly string[]) {
  const env = { ...process.env, PORT: "0" };
  const child = spawn(process.execPath, words, {
    env,
    stdio: ["ignore", "pipe", "inherit"],
    ...LIMIT,
  });
  t.after(() => child.kill());
  return child.stdout.setEncoding("utf8");
}

/** Returns what the code prints, until it ends or has printed `last`. */
export async function printed(t: Test, code: string, last?: string): Promise<string> {
  const flags = ["--experimental-eventsource", "--no-warnings", "--input-type=module"];
  let read = "";
  for await (const text of runNode(t, ...flags, "-e", code)) {
    read += text;
    if (last !== undefined && read.includes(last)) break;
  }
  return read;
}

/** Starts a server, and returns the URL that it prints first. What it prints later is read, too: else it would end at that. */
export async function startServer(t: Test, ...words: readonly string[]): Promise<string> {
  const printed = runNode(t, ...words);
  return await new Promise((resolve, reject) => {
    printed.on("data", (text) => resolve(String(text).trim()));
    printed.on("end", () => reject(new Error("it ended before it listened")));
  });
}
