/** Asks the Node server at its own port whether it is well. */
import { apiAt, serverPort } from "./places.ts";

/** A server that is well answers sooner. ms */
const SOON = 1000;

/** The connections of the Node server's own port are others than this page's origin's. */
export async function answersDirectly(): Promise<boolean> {
  try {
    const { ok } = await fetch(`${apiAt(serverPort)}/health`, {
      signal: AbortSignal.timeout(SOON),
    });
    return ok;
  } catch {
    return false; // it is away, or stands still
  }
}
