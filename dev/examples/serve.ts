/** One process of an example, from its start to its end: it is ended by its id, and with this process. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** To begin, and to end when asked; a process that does not is killed. ms */
const BEGINS = 60_000;
const GRACE = 3000;

const leaveWithParent = import.meta.resolve("../leave-with-parent.ts");
const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

export type Served = {
  printed(): string;
  /** Waits until it has printed so much. */
  says(what: RegExp, signal: AbortSignal): Promise<void>;
  end(): Promise<void>;
};

export type Command = {
  program: string;
  words: readonly string[];
  folder: string;
  env?: Readonly<Record<string, string>>;
  begun: RegExp;
};

/** @throws {Error} with what it printed, where it ends or does not begin */
export async function serve({ program, words, folder, env, begun }: Command): Promise<Served> {
  const child = spawn(program, words, {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  running.add(child);
  let printed = "";
  let ended: string | undefined;
  const news = new EventTarget();
  const tell = () => news.dispatchEvent(new Event("news"));
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      tell();
    });
  }
  const gone = new Promise<void>((resolve) => {
    const end = (how: string) => {
      ended = how;
      running.delete(child);
      tell();
      resolve();
    };
    child.once("error", ({ message }) => end(message));
    child.once("exit", (exitCode, signal) => end(signal ?? `exit code ${exitCode}`));
  });
  const served: Served = {
    printed: () => printed,
    async says(what, signal) {
      while (!what.test(printed)) {
        const said = `${program} ${words.join(" ")} has not printed ${what}`;
        if (ended !== undefined) throw new Error(`${said}: it ended (${ended}).\n${printed}`);
        if (signal.aborted) throw new Error(`${said} in time.\n${printed}`);
        await once(news, "news", { signal }).catch(() => {});
      }
    },
    async end() {
      child.kill();
      const insist = setTimeout(() => child.kill("SIGKILL"), GRACE);
      await gone;
      clearTimeout(insist);
    },
  };
  try {
    await served.says(begun, AbortSignal.timeout(BEGINS));
  } catch (error) {
    await served.end();
    throw error;
  }
  return served;
}

/** Node with a program, which leaves when this process is gone, whatever it died of. */
export function node(...words: string[]): Pick<Command, "program" | "words"> {
  return { program: process.execPath, words: ["--import", leaveWithParent, ...words] };
}
