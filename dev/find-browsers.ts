/**
 * Finds a Chromium and a Firefox that start under Playwright and keeps which (browsers.ts): those that are
 * installed, else Playwright's download, else Debian's packages. Says what it does.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium, firefox } from "@playwright/test";
import { execa } from "execa";
import type { Family } from "../trace/run/behaviour.ts";
import { foundBrowsers, keepBrowsers, type Program } from "./browsers.ts";
import { installCommand, installPackage } from "./debian-package.ts";

const START = 20_000; // ms for a browser to start
const REACH = 4_000; // ms to reach the place that Playwright downloads from
const INSTALL = 240_000; // ms for a download

const kinds = {
  chromium: {
    type: chromium,
    channel: "chrome",
    // The shell draws no window of its own around the page, which costs as much as the page.
    commands: [
      "chromium-headless-shell",
      "chromium",
      "chromium-browser",
      "google-chrome",
      "google-chrome-stable",
    ],
    debian: "chromium-headless-shell",
    download: ["--only-shell", "chromium"],
  },
  firefox: {
    type: firefox,
    channel: "moz-firefox",
    commands: ["firefox-esr", "firefox"],
    debian: "firefox-esr",
    download: ["firefox"],
  },
};

if (foundBrowsers() === undefined) {
  keepBrowsers({ chromium: await find("chromium"), firefox: await find("firefox") });
}

async function find(name: Family): Promise<Program> {
  for (const install of [async () => true, download, () => installPackage(kinds[name].debian)]) {
    const found = (await install(name)) && (await installed(name));
    if (found) return found;
  }
  const debian = Object.values(kinds).map((kind) => kind.debian);
  console.error(
    existsSync("/etc/debian_version")
      ? `${name}: none that starts. Install it: ${installCommand(...debian)}`
      : `${name}: none that starts. Install it: npx playwright install --with-deps chromium firefox`,
  );
  process.exit(1);
}

/** @returns the first that starts of Playwright's own, the system's usual places and the commands on the path */
async function installed(name: Family): Promise<Program | undefined> {
  const { type, channel, commands } = kinds[name];
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const programs: Program[] = [
    {},
    { channel },
    ...commands
      .flatMap((command) => folders.map((folder) => path.join(folder, command)))
      .filter((file) => existsSync(file))
      .map((executablePath) =>
        name === "firefox" ? { channel, executablePath } : { executablePath },
      ),
  ];
  for (const program of programs) {
    try {
      const browser = await type.launch({ ...program, timeout: START });
      await (await browser.newPage()).goto("about:blank");
      console.log(
        `${name} ${browser.version()}: ${program.executablePath ?? program.channel ?? "Playwright's"}`,
      );
      await browser.close();
      return program;
    } catch {
      // It is not there, or does not start: the next one may.
    }
  }
  return undefined;
}

async function download(name: Family): Promise<boolean> {
  const playwright = ["node_modules/@playwright/test/cli.js", "install", ...kinds[name].download];
  const plan = await execa(process.execPath, [...playwright, "--dry-run"], { reject: false });
  const [url] = /https?:\S+/.exec(plan.stdout) ?? [];
  if (url === undefined || !(await isReachable(url))) {
    console.log(`${name}: none installed, and no way to Playwright's downloads`);
    return false;
  }
  console.log(`${name}: none installed; downloading Playwright's`);
  const { failed } = await execa(process.execPath, playwright, { reject: false, timeout: INSTALL });
  return !failed;
}

async function isReachable(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(REACH) })).ok;
  } catch {
    return false;
  }
}
