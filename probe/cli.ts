/** Runs the command line: from its words to what it prints and its exit status. */
import { toldUrl } from "../protocol/redact.ts";
import { writeTrace } from "../trace/file/write-trace.ts";
import type { Run } from "../trace/run/run.ts";
import { acceptEncoding } from "./browser-headers.ts";
import { exitStatus, WRONG_USAGE } from "./exit-status.ts";
import type { Times } from "./limits.ts";
import { type Options, readOptions, UsageError } from "./options.ts";
import { PrintedLog } from "./print-log.ts";
import { verdictText } from "./print-verdict.ts";
import { probe, type Tells } from "./probe.ts";
import { Progress } from "./progress.ts";
import { harmless, type Out, paintFor } from "./terminal-text.ts";
import { texts, usage } from "./texts.ts";

/** Where it prints, and what its surroundings say. The terminal is `width` columns wide. */
export type Surroundings = {
  readonly stdout: Out;
  readonly stderr: Out;
  readonly env: NodeJS.ProcessEnv;
  /** Lets the request go, and judges by what has come so far. */
  readonly stop: AbortSignal;
  readonly times: Times;
};

/** Does what the words say. @returns the exit status */
export async function cli(words: readonly string[], around: Surroundings): Promise<number> {
  try {
    const options = readOptions(words);
    if (options !== "help") return await run(options, around);
    around.stdout.write(usage);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    around.stderr.write(`${harmless(texts.usageError(error.message))}\n`);
    return WRONG_USAGE;
  }
}

async function run(
  options: Options,
  { stdout, stderr, env, stop, times }: Surroundings,
): Promise<number> {
  // A trace is alone on stdout; what people read of it goes where they are.
  const out = options.json ? stderr : stdout;
  const isShown = !options.json || stderr.isTTY;
  const progress = new Progress(stderr);
  const paint = paintFor(out, env);
  const isPainted = paint("bold", "x") !== "x";
  const write = (line: string) => {
    if (!isShown) return;
    progress.clear();
    out.write(`${line}\n`);
  };
  const log = new PrintedLog(write, paint);
  const tells: Tells = {
    asking(run, again) {
      progress.watch(run);
      if (again) write("");
      write(paint("bold", texts.asks(options.method, toldUrl(options.url.href))));
      write(paint("gray", again ? texts.again : asked(options)));
      log.begin(again ? run.latest : 0);
    },
    record: (run: Run, record) => log.take(run, record),
    redirected(status, url, bare) {
      write(`            ${texts.redirected(status, url)}${bare ? texts.bare : ""}`);
    },
    letGo(why) {
      log.flush();
      write(paint("gray", `            ${texts.letGo(why)}`));
    },
  };

  const probed = await probe(options, tells, stop, times);
  progress.end();
  const status = exitStatus[probed.one.word];
  const width = Math.min(out.columns || 100, 100); // a terminal that does not know says 0
  write(verdictText(probed, options, status, { paint, isPainted, width }));
  if (options.json) stdout.write(writeTrace(probed.run));
  return status;
}

function asked({ url, headers }: Options): string {
  const own = headers.find(([name]) => name.toLowerCase() === "accept-encoding");
  if (own !== undefined) return texts.given(own[1] || "no compression");
  const codings = acceptEncoding(url);
  return `${texts.accepts(codings)}${codings.includes("br") ? texts.zstd : ""}`;
}
