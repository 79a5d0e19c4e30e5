/** Runs the command line in this process, for tests, and with less patience. */
import { cli } from "../cli.ts";

export type Ran = { readonly status: number; readonly stdout: string; readonly stderr: string };

/** Neither stream is a terminal. */
export function runCli(...words: readonly string[]): Promise<Ran> {
  return run(words, false, {});
}

/** Both are. */
export function runOnTerminal(env: NodeJS.ProcessEnv, ...words: readonly string[]): Promise<Ran> {
  return run(words, true, env);
}

async function run(words: readonly string[], isTTY: boolean, env: NodeJS.ProcessEnv): Promise<Ran> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const status = await cli(words, {
    stdout: { isTTY, columns: 80, write: (text) => stdout.push(text) },
    stderr: { isTTY, columns: 80, write: (text) => stderr.push(text) },
    env,
    stop: new AbortController().signal,
    times: { whole: 12_000, first: 4_000, even: 4_000 }, // twice as long as the streams take,
  });
  return { status, stdout: stdout.join(""), stderr: stderr.join("") };
}
