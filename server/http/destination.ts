/** Says what an answer is for: a stream is read by `fetch`, an EventSource or a program, and shown by nobody. */
import type { IncomingHttpHeaders } from "node:http";
import { Problem } from "./problem.ts";

/**
 * What a stream says is a script's, hence anybody's. As a document, frame, script, style, worker or image
 * it would act in the page's name. Whoever says nothing is no browser, or does not ask at a name that browsers trust.
 * @throws Problem 403 for what is not to be read as a stream
 */
export function checkDestination({ headers }: { headers: IncomingHttpHeaders }): void {
  const destination = headers["sec-fetch-dest"] ?? "empty";
  if (destination === "empty") return;
  const what = `a stream is not shown as a page or a part of one (Sec-Fetch-Dest: ${destination})`;
  throw new Problem(403, "destination", `${what}; read it on the page, or with \`curl -N\``);
}
