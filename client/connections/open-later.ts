import type { Client } from "./client.ts";

/** A client that is opened once something else is there; it may be let go of before. `undefined`: never. */
export function openLater(opening: Promise<(() => Client) | undefined>): Client {
  let client: Client | undefined;
  let isClosed = false;
  void opening.then((open) => {
    if (!isClosed) client = open?.();
  });
  return {
    close() {
      isClosed = true;
      client?.close();
    },
  };
}
