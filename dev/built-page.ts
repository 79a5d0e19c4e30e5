/**
 * The page as `npm run build` makes it, for the tests: built once from the sources as they stand, and kept
 * until one of them is edited.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { glob, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";

const root = path.join(import.meta.dirname, "..");
const kept = path.join(root, ".cache/built-page");

/** All that the bundle can depend on. */
const sources = [
  "{client,lessons,trace,protocol,probe}/**/*.{ts,css,html}",
  "dev/{addresses,ask-target,dev-server,licences,probe-bundle,viewer,when-asked}.ts",
  "server/http/*.ts",
  "webpack.config.ts",
  "tsconfig.base.json",
  "package-lock.json",
];

/** @returns the folder of the built page, once it is there */
export async function builtPage(): Promise<string> {
  const folder = path.join(kept, await fingerprint());
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(kept, { recursive: true });
  const webpack = ["node_modules/webpack-cli/bin/cli.js", "build", "--disable-interpret"];
  const options = ["--config-node-env", "production", "--output-path", unfinished];
  await execa(process.execPath, [...webpack, ...options], { cwd: root });
  const former = (await readdir(kept)).filter((name) => name !== path.basename(unfinished));
  for (const name of former) await rm(path.join(kept, name), { recursive: true });
  await rename(unfinished, folder);
  return folder;
}

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  const files = await Array.fromAsync(glob(sources, { cwd: root, withFileTypes: true }));
  const names = files
    .filter((file) => file.isFile() && !/\.test\.ts$|^testing$/.test(file.name))
    .map(({ parentPath, name }) => path.join(parentPath, name));
  for (const name of names.sort()) {
    hash.update(path.relative(root, name));
    hash.update(await readFile(name));
  }
  return hash.digest("hex").slice(0, 16);
}
