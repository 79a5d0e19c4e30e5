/** Says what a chat model's answer adds to the sentences of the log. */
import { isSecondStep } from "../chat/chat-client.ts";
import { isDone } from "../chat/done.ts";
import type { LaneName } from "../run/records.ts";

/** Returns where the prompt stands in a request to the relay; `null` for any other request. */
export function promptIn({ method, url }: { method: string; url: string }): string | null {
  const asked = new URL(url, "http://localhost");
  const { pathname } = asked;
  if (pathname === "/api/chats") {
    return "The first of two steps: the prompt is to be left with the server.";
  }
  if (isSecondStep(asked)) {
    return "The second of two steps: the prompt was left with the server, and EventSource asks for the answer by its name.";
  }
  if (pathname !== "/api/chat") return null;
  return method === "POST"
    ? "fetch can POST: the body holds the prompt, and no log of URLs does."
    : "EventSource can only GET, so the prompt stands in the URL: whoever logs URLs keeps it, this server and every proxy on the way.";
}

/** Returns what `[DONE]` is, where it arrived; "" for any other event. */
export function done(lane: LaneName, event: { type: string; data: string }): string {
  if (!isDone(event)) return "";
  const what =
    " `[DONE]` is the chat service’s word for the end, not the standard’s: to a parser it is data.";
  return lane === "fetch"
    ? what
    : `${what} The page has to call \`close()\` here, or EventSource asks again.`;
}
