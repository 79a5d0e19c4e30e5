/** The command line in a test: in this process, with less patience, and neither stream a terminal. */
import { cli } from "../cli.ts";

type Ran = { readonly status: number; readonly stdout: string; readonly stderr: string };

export async function runCli(...words: readonly string[]): Promise<Ran> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const status = await cli(words, {
    stdout: { write: (text) => stdout.push(text) },
    stderr: { write: (text) => stderr.push(text) },
    env: {},
    stop: new AbortController().signal,
    times: { whole: 6_000, first: 2_500, even: 2_500 },
  });
  return { status, stdout: stdout.join(""), stderr: stderr.join("") };
}
