/**
 * Finds the servers of others that unit tests go through: a SOCKS server (server/chat/proxies.test.ts) and nginx
 * (probe/foreign-tools.test.ts). Where one is missing, root gets it; else this says how.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { installCommand, installPackage } from "./debian-package.ts";

/** Program → its package. */
const wanted = { microsocks: "microsocks", nginx: "nginx-light" };

const folders = [...(process.env["PATH"] ?? "").split(path.delimiter), "/usr/sbin"];
const missing: string[] = [];
for (const [program, name] of Object.entries(wanted)) {
  const isThere = folders.some((folder) => existsSync(path.join(folder, program)));
  if (!isThere && !(await installPackage(name))) missing.push(name);
}

if (missing.length > 0 && existsSync("/etc/debian_version")) {
  console.error(`Not installed: ${missing.join(", ")}. Install: ${installCommand(...missing)}`);
  process.exitCode = 1;
} // on another system the tests say what to do
