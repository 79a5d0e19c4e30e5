/** Tells from a run's requests which client asked the chat model. */
import { headerValue } from "../run/head.ts";
import type { LaneView } from "../run/lane.ts";
import type { Run } from "../run/run.ts";
import { askedUrl, firstAsk } from "../run/run.ts";

/**
 * By which client an EventSource lane asks a chat model. `native`: the browser's EventSource, the prompt in
 * the URL. `two-steps`: the same, the prompt left with the server before. `package`: the npm package
 * `eventsource`, which can set a header.
 */
export const chatClients = ["native", "two-steps", "package"] as const;
export type ChatClient = (typeof chatClients)[number];

/** Tells which of them asked in this run. */
export function chatClientIn(run: Run): ChatClient {
  if (firstAsk(run, "eventsource")?.by === "package") return "package";
  return isSecondStep(askedUrl(run, "eventsource")) ? "two-steps" : "native";
}

/** Whether an `Authorization` header reached the server: no page can have the browser's own EventSource send one. */
export function isAuthorized({ attempts: [first] }: Pick<LaneView, "attempts">): boolean {
  const headers = first?.connection?.request?.headers ?? [];
  return headerValue(headers, "Authorization") !== null;
}

/** Tells whether a request is for the answer to a message that was left before. */
export function isSecondStep({ pathname }: URL): boolean {
  return pathname.startsWith("/api/chats/");
}
