/** A playground of a spec's own, on free ports, whose Node server can be killed and started again. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import path from "node:path";
import { freePort } from "../../dev/testing/free-port.ts";
import type { Ports } from "../../server/http/ports.ts";
import { pageBehind } from "./page-behind.ts";

const START = 180_000; // ms for a process to answer
const POLL = 25; // ms between two attempts to reach it

const root = path.join(import.meta.dirname, "../..");

/**
 * The page as tests want it: compiled by the dev servers, as `npm start` has it; built before, which saves most of a
 * start and half of a visit; or built and served by the Node server alone, without dev servers.
 */
export type Kind = "dev" | "built" | "alone";

type Running = { process: ChildProcess; gone: Promise<unknown> };
/** `loaded`: it listens as soon as it is told to. */
type Server = Running & { loaded: Promise<unknown> };

export class OwnServers {
  readonly page: string; // its URL
  readonly twin: string; // the same page's, from the other dev server
  readonly #health: string;
  readonly #env: Readonly<Record<string, string>>;
  readonly #arguments: readonly string[];
  readonly #devServers: Running | undefined;
  readonly #folder: string;
  #server: Server | undefined;
  #next: Server | undefined;

  constructor(kind: Kind, ports: Ports, env: Readonly<Record<string, string>>, folder: string) {
    const { page, twin, server } = ports;
    const isAlone = kind === "alone";
    this.page = `http://localhost:${isAlone ? server : page}/`;
    this.twin = `http://localhost:${twin}/`;
    this.#arguments = isAlone ? ["--page", folder] : [];
    this.#health = `http://localhost:${server}/api/health`;
    this.#folder = folder;
    this.#env = {
      ...env,
      PAGE_PORT: `${page}`,
      TWIN_PORT: `${twin}`,
      SERVER_PORT: `${server}`,
      BUILT_PAGE: kind === "built" ? folder : "",
    };
    if (isAlone) return;
    this.#devServers = this.#node(
      "--disable-warning=ExperimentalWarning",
      "node_modules/webpack-cli/bin/cli.js",
      "serve",
      "--disable-interpret",
    );
  }

  /** Starts both dev servers and the Node server, with `env` set for them besides their ports. */
  static async start(
    kind: Kind = "built",
    env: Readonly<Record<string, string>> = {},
  ): Promise<OwnServers> {
    const ports = { page: await freePort(), twin: await freePort(), server: await freePort() };
    const folder = kind === "dev" ? "" : await pageBehind(kind === "alone" ? null : ports);
    const own = new OwnServers(kind, ports, env, folder);
    await Promise.all([own.startServer(), answer(own.page)]);
    return own;
  }

  /** Starts the Node server, where none runs, on the same port as ever. */
  async startServer(): Promise<void> {
    if (this.#server === undefined) {
      this.#server = this.#load();
      this.#next = undefined;
      await this.#server.loaded;
      this.#server.process.send("listen");
    }
    await answer(this.#health);
  }

  /** Loads the server that will take over, which takes a busy machine seconds: before what must not be over by then. */
  async standBy(): Promise<void> {
    this.#next = this.#load();
    await this.#next.loaded;
  }

  /** Kills the Node server; done when it is gone, and another one stands by. */
  async kill(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    await this.standBy();
    this.#server?.process.kill(signal);
    await this.#server?.gone;
    this.#server = undefined;
  }

  /** Freezes the Node server: its connections stay open, and nothing comes of it any more. */
  freeze(): void {
    this.#server?.process.kill("SIGSTOP");
  }

  async end(): Promise<void> {
    const running = [this.#devServers, this.#server, this.#next].filter((one) => one !== undefined);
    for (const { process } of running) process.kill("SIGKILL");
    await Promise.all(running.map(({ gone }) => gone));
    if (this.#folder !== "") await rm(this.#folder, { recursive: true });
  }

  #load(): Server {
    if (this.#next !== undefined) return this.#next;
    const server = this.#node("e2e/support/stand-by.ts", ...this.#arguments);
    return { ...server, loaded: once(server.process, "message") };
  }

  /** It ends with this process, which holds its standard input, whatever becomes of the test. */
  #node(...command: string[]): Running {
    const leave = ["--import", "./dev/leave-with-parent.ts"];
    const started = spawn(process.execPath, [...leave, ...command], {
      cwd: root,
      env: { ...process.env, ...this.#env },
      stdio: ["pipe", "ignore", "inherit", "ipc"],
    });
    return { process: started, gone: once(started, "exit") };
  }
}

async function answer(url: string): Promise<void> {
  const late = AbortSignal.timeout(START);
  for (;;) {
    const response = await fetch(url, { signal: late }).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    if (late.aborted) throw new Error(`nobody answers at ${url}`);
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}
