/** Are the ports free, and if not, who has them? */
import net from "node:net";
import { host, LOOPBACK } from "./addresses.ts";

const LSOF = 2000; // ms

/** @returns a line for each port that is taken: which one, who has it, what to set instead */
export async function takenPorts(ports: Readonly<Record<string, number>>): Promise<string[]> {
  const hosts = host === LOOPBACK ? [LOOPBACK, "::1"] : [host];
  const lines = await Promise.all(
    Object.entries(ports).map(async ([variable, port]) => {
      const codes = await Promise.all(hosts.map((host) => tryToListen(port, host)));
      const code = codes.find((code) => code !== undefined);
      if (code === undefined) return undefined;
      const trouble =
        code === "EADDRINUSE" ? `is taken${await byWhom(port)}` : `can't be listened on (${code})`;
      return `Port ${port} ${trouble}. Free it, or choose another: ${variable}=… npm start`;
    }),
  );
  return lines.filter((line) => line !== undefined);
}

/** @returns the system's error code; `undefined` where one can listen, or where there is no such host */
function tryToListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.on("error", ({ code }: NodeJS.ErrnoException) => {
      resolve(code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT" ? undefined : code);
    });
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/** @returns ` by node (process 4711)`, or nothing where the system does not tell */
async function byWhom(port: number): Promise<string> {
  const { execa } = await import("execa"); // only now: it takes a while to load
  const { stdout } = await execa("lsof", ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fpc"], {
    reject: false,
    timeout: LSOF,
  });
  const [, pid, name] = /^p(\d+)\nc(.*)$/m.exec(stdout ?? "") ?? [];
  return pid === undefined ? "" : ` by ${name} (process ${pid})`;
}
