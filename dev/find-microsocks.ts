/** Installs the SOCKS server that server/chat/proxies.test.ts goes through, where it is missing and can be had. */
import { existsSync } from "node:fs";
import path from "node:path";
import { installPackage } from "./debian-package.ts";

const folders = (process.env["PATH"] ?? "").split(path.delimiter);

if (!folders.some((folder) => existsSync(path.join(folder, "microsocks")))) {
  await installPackage("microsocks"); // where that fails the test says what to do
}
