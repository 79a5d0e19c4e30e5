/** `npm start`, with the page built before: Playwright starts this once for all tests. */
import { rmSync } from "node:fs";
import { ports } from "../../server/http/ports.ts";
import "./leave-with-playwright.ts";
import { pageBehind } from "./page-behind.ts";

const folder = await pageBehind(ports);
process.on("exit", () => rmSync(folder, { recursive: true }));
process.env["BUILT_PAGE"] = folder;
await import("../../dev/start.ts");
