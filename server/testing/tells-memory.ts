/** Loaded into a server's process before it, with `--import`: whoever started that asks for its memory with any message. */

/** The memory as it stands, without a collection. Bytes */
export type Memory = { resident: number; used: number };

process.on("message", () => {
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ resident: rss, used: heapUsed + external } satisfies Memory);
});
