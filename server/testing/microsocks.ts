/** Runs a real SOCKS server for tests: Debian's microsocks. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import type { TestContext } from "node:test";

const MISSING = "microsocks is not installed; install it: sudo apt-get install -y microsocks";

export class Microsocks {
  readonly port: number;
  log = ""; // a line a connection

  constructor(port: number) {
    this.port = port;
  }

  static async start(t: TestContext, port: number, ...options: string[]): Promise<Microsocks> {
    const socks = new Microsocks(port);
    const args = ["-i", "127.0.0.1", "-p", String(port), ...options];
    const child = spawn("microsocks", args, { stdio: ["ignore", "ignore", "pipe"] });
    child.stderr.on("data", (text) => {
      socks.log += text;
    });
    t.after(() => child.kill());
    const gone = once(child, "exit").catch(() => assert.fail(MISSING));
    await Promise.race([gone, listening(port)]);
    return socks;
  }
}

async function listening(port: number): Promise<void> {
  for (;;) {
    const socket = connect({ port, host: "127.0.0.1" });
    try {
      await once(socket, "connect");
      return;
    } catch {
      // not yet
    } finally {
      socket.destroy();
    }
  }
}
