/** The server as people start it, for soaks and benches: a process of its own, which ends with ours. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { freePort } from "../../dev/testing/free-port.ts";
import { nodeFlags } from "../node-flags.ts";
import type { Memory } from "./tells-memory.ts";

export type StartedServer = {
  memory(): Promise<Memory>;
  end(): void;
};

/**
 * @param env beside this process's own
 * @param listens its line that says so
 * @param hear hears each of its lines
 */
export async function startServer(
  env: Readonly<Record<string, string>>,
  listens: RegExp,
  hear: (line: string) => void = () => {},
): Promise<StartedServer> {
  const tellsMemory = `${import.meta.dirname}/tells-memory.ts`;
  const server = spawn(
    process.execPath,
    [...nodeFlags, "--import", tellsMemory, `${import.meta.dirname}/../main.ts`],
    { env: { ...process.env, HOST: "", ...env }, stdio: ["ignore", "pipe", "inherit", "ipc"] },
  );
  process.on("exit", () => server.kill("SIGKILL"));
  const fail = (code: number | null) => assert.fail(`the server ended, with ${code}`);
  server.once("exit", fail);
  const { stdout } = server;
  assert.ok(stdout);
  await new Promise<void>((resolve) => {
    createInterface(stdout).on("line", (line) => {
      hear(line);
      if (listens.test(line)) resolve();
    });
  });
  return {
    async memory() {
      server.send("memory");
      const [memory]: Memory[] = await once(server, "message");
      assert.ok(memory);
      return memory;
    },
    end() {
      server.off("exit", fail);
      server.kill();
    },
  };
}

/**
 * Starts it in front of a target.
 * @param origin the target's
 * @returns the server, and the port of its target proxy
 */
export async function startBefore(
  origin: string,
): Promise<{ server: StartedServer; proxyPort: number }> {
  const [serverPort, proxyPort] = [await freePort(), await freePort()];
  const env = {
    SERVER_PORT: String(serverPort),
    TARGET: origin,
    TARGET_PORT: String(proxyPort),
  };
  return { server: await startServer(env, /the target proxy listens/), proxyPort };
}
