/** Installs a package of Debian, as root alone (a container, CI): nobody's machine is changed by a test run. */
import { existsSync } from "node:fs";
import { execa } from "execa";

const INSTALL = 240_000; // ms

/** Returns what installs them, for whoever may. */
export function installCommand(...names: string[]): string {
  return `sudo apt-get install -y ${names.join(" ")}`;
}

/** Returns whether it is installed now; for somebody who is not root, and on another system, it is not. */
export async function installPackage(name: string): Promise<boolean> {
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) return false;
  const steps = [
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", name],
  ];
  for (const step of steps) {
    console.log(`${name}: ${step.join(" ")}`);
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    const [command = "", ...rest] = step;
    const { failed } = await execa(command, rest, { env, reject: false, timeout: INSTALL });
    if (failed) return false;
  }
  return true;
}
