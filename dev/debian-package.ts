/** Installs a package of Debian where that is possible, and says what it does. */
import { existsSync } from "node:fs";
import { execa } from "execa";

const INSTALL = 240_000; // ms

/** Returns whether it is installed now; without rights, and on another system, it is not. */
export async function installPackage(name: string): Promise<boolean> {
  if (!existsSync("/usr/bin/apt-get")) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const steps = [
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", name],
  ];
  for (const step of steps) {
    console.log(`${name}: ${[...asRoot, ...step].join(" ")}`);
    const [command = "", ...rest] = [...asRoot, "env", "DEBIAN_FRONTEND=noninteractive", ...step];
    const { failed } = await execa(command, rest, { reject: false, timeout: INSTALL });
    if (failed) return false;
  }
  return true;
}
