import { apiAt, serverPort } from "./places.ts";

/** Longer than a server that is well takes. ms */
const SOON = 1000;

/** Tells whether the Node server answers on its own port, whose connections are others than this page's origin's. */
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
