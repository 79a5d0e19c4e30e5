/** Writes the log: JSON lines for programs, readable ones where a person looks on. */
import type { FastifyServerOptions } from "fastify";

const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/**
 * Returns where the server logs to, as the environment variable LOG_LEVEL wants it.
 * @throws RangeError whose message is one line for whoever set the variable
 */
export async function openLog(): Promise<NonNullable<FastifyServerOptions["logger"]>> {
  const { LOG_LEVEL: level = "info" } = process.env;
  if (!LEVELS.includes(level)) {
    throw new RangeError(`LOG_LEVEL is "${level}"; write one of ${LEVELS.join(", ")}`);
  }
  if (!process.stdout.isTTY) return { level };
  const { default: pretty } = await import("pino-pretty");
  return { level, stream: pretty({ ignore: "pid,hostname", translateTime: "HH:MM:ss.l" }) };
}
