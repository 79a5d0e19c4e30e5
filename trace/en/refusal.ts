/** Says why there was no event stream. Each is one whole sentence. */
import type { Refusal } from "../run/refusal.ts";

export function refused(refusal: Refusal): string {
  switch (refusal.kind) {
    case "status":
      return status(refusal.status, refusal.ours);
    case "type":
      return refusal.type === ""
        ? "The response has no `Content-Type`; an event stream needs `text/event-stream`."
        : `The response is \`${refusal.type}\`; an event stream needs \`Content-Type: text/event-stream\`.`;
    case "redirected":
      return redirected(refusal);
    case "charset":
      return `The charset is \`${refusal.charset}\`: Chromium’s EventSource refuses any but \`utf-8\`. Firefox and fetch read on.`;
    case "not-heard":
      return "The request failed, and the server never heard of it.";
    case "not-told":
      return "What the server did is not known, and so the reason is not.";
    case "no-head":
      return "The server heard the request, and the connection ended before a response.";
    case "changed":
      return "The server answered with an event stream, but the browser was shown something else, or was not allowed to read it.";
  }
}

function status(status: number, ours: boolean): string {
  if (status === 204)
    return "The answer is `204`: no stream; it tells the browser to stop reconnecting.";
  const from = ours ? "The answer" : "Something before the server answered for it: the status";
  return `${from} is \`${status}\`; an event stream needs \`200\`.`;
}

function redirected({ status, address, answer }: Refusal & { kind: "redirected" }): string {
  const moved = `\`${status}\` sent the browser to \`${address}\``;
  if (answer === null) return `${moved}; no event stream came from there.`;
  const type = answer.type === "" ? "without a `Content-Type`" : `\`${answer.type}\``;
  return `${moved}, and the answer there is \`${answer.status}\`, ${type}: no event stream.`;
}
