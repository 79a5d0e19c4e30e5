/** Finds the SOCKS server that server/chat/proxies.test.ts goes through. Where it is missing, root gets it; else this says how. */
import { existsSync } from "node:fs";
import path from "node:path";
import { installCommand, installPackage } from "./debian-package.ts";

const PACKAGE = "microsocks";

const folders = (process.env["PATH"] ?? "").split(path.delimiter);
const isThere = folders.some((folder) => existsSync(path.join(folder, PACKAGE)));

if (!isThere && !(await installPackage(PACKAGE)) && existsSync("/etc/debian_version")) {
  console.error(`${PACKAGE} is not installed. Install it: ${installCommand(PACKAGE)}`);
  process.exitCode = 1;
} // on another system the test says what to do
