/** The page in one HTML file: it shows the one run that the file holds, and plays none. */
import tokens from "./styles/tokens.css";
import "./app/app.ts";
import { readTrace } from "../trace/file/read-trace.ts";
import { openedRun } from "./playground/opened-run.ts";
import { playground } from "./playground/playground.ts";

const style = document.createElement("style");
style.textContent = tokens;
document.head.append(style);
document.documentElement.toggleAttribute("data-viewer", true);

const run = readTrace(document.getElementById("trace")?.textContent ?? "");
playground.isViewer = true;
playground.open(openedRun(run), "", undefined);
document.body.append(document.createElement("sse-app"));
