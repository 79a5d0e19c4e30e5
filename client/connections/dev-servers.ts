/**
 * The dev servers and what they are really set to. Each tells it itself (`GET /dev-server`), because
 * webpack.config.ts may be edited in front of a room; the page never assumes it.
 */
import { getJson } from "./json.ts";
import { originAt } from "./places.ts";

export type DevServer = { port: number; compress: boolean };

/** They stand in the order of webpack.config.ts. */
export async function readDevServers(ports: readonly number[]): Promise<DevServer[]> {
  const answers = await Promise.all(ports.map(readDevServer));
  return answers.filter((server) => server !== undefined);
}

async function readDevServer(port: number): Promise<DevServer | undefined> {
  try {
    const { compress } = await getJson<{ compress: boolean }>(`${originAt(port)}/dev-server`);
    return { port, compress };
  } catch {
    return undefined; // it is restarting, or gone: whoever asked offers what is left
  }
}

/**
 * Webpack's hot-reload client posts a message to its window once it is connected and has heard how the build
 * stands: so the page knows that a dev server has come (back) up.
 */
export function watchDevServers(restarted: () => void): void {
  addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== "object" || data === null || !("type" in data)) return;
    if (data.type === "webpackOk" || data.type === "webpackStillOk") restarted();
  });
}
