/** Runs nginx with examples/nginx/sse.conf, on ports and in a folder of its own. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { installCommand, installPackage } from "../debian-package.ts";
import { freePort } from "../testing/free-port.ts";
import { type Served, serve } from "./serve.ts";

const PACKAGE = "nginx-light";
const TEMPORARY = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

/** @returns the program; `undefined` on a system on which nobody can expect it */
export async function findNginx(): Promise<string | undefined> {
  const found = installed() ?? ((await installPackage(PACKAGE)) ? installed() : undefined);
  if (found === undefined && existsSync("/etc/debian_version")) {
    throw new Error(`nginx is not installed. Install it: ${installCommand(PACKAGE)}`);
  }
  return found;
}

function installed(): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(path.delimiter), "/usr/sbin"];
  return folders.map((folder) => path.join(folder, "nginx")).find((file) => existsSync(file));
}

/** @param upstream where the server listens that it stands in front of */
export async function startNginx(
  program: string,
  site: string,
  upstream: string,
): Promise<{ url: string; served: Served }> {
  const folder = mkdtempSync(`${tmpdir()}/sse-playground-nginx-`);
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const port = await freePort();
  const text = await readFile(site, "utf8");
  const own = text
    .replace("listen 8080;", `listen 127.0.0.1:${port};`)
    .replace("server 127.0.0.1:3000;", `server ${upstream};`);
  if (!own.includes(`127.0.0.1:${port}`) || !own.includes(upstream)) {
    throw new Error(`${site} listens or asks elsewhere than this expects`);
  }
  writeFileSync(`${folder}/site.conf`, own);
  writeFileSync(
    `${folder}/nginx.conf`,
    `daemon off;
pid ${folder}/nginx.pid;
error_log stderr notice;
events {}
http {
  access_log off;
${TEMPORARY.map((name) => `  ${name}_temp_path ${folder}/${name};`).join("\n")}
  include ${folder}/site.conf;
}
`,
  );
  const served = await serve({
    program,
    words: ["-e", "stderr", "-c", `${folder}/nginx.conf`],
    folder,
    begun: /start worker process/,
  });
  return { url: `http://127.0.0.1:${port}`, served };
}
