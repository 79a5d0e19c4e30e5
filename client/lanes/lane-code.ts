/** The code that a lane runs, with a run's own values: what people copy and take home. */
import type { LaneName } from "../../trace/records.ts";
import type { Plan } from "../playground/live-run.ts";

/** The client of `lane` as a script of its own. `url`: absolute, as the run asked it. */
export function laneCode(lane: LaneName, url: string, plan: Plan): string {
  return lane === "eventsource" ? eventSourceCode(url, plan) : fetchCode(url, plan);
}

function eventSourceCode(url: string, { script, credentials }: Plan): string {
  const options = credentials.eventsource ? ", { withCredentials: true }" : "";
  const types = ["message", ...script.eventTypes.filter((type) => type !== "message")];
  return `const source = new EventSource(${quoted(url)}${options});

source.onopen = () => console.log("open");
source.onerror = () =>
  console.log(source.readyState === EventSource.CLOSED ? "gave up" : "will ask again");

// It hears only the types that it listens for.
for (const type of ${JSON.stringify(types)}) {
  source.addEventListener(type, ({ type, lastEventId, data }) => {
    console.log(type, lastEventId, data);
  });
}`;
}

function fetchCode(url: string, { script, credentials }: Plan): string {
  const body = script.left === undefined ? { name: script.name } : { script: script.text };
  const included = credentials.fetch ? '\n  credentials: "include",' : "";
  return `const response = await fetch(${quoted(url)}, {
  method: "POST",
  headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
  body: JSON.stringify(${JSON.stringify(body)}),${included}
});

// A chunk is what one read returns: part of an event, or many. A parser makes events of them.
const decoder = new TextDecoder();
for await (const bytes of response.body) {
  console.log(decoder.decode(bytes, { stream: true }));
}`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
