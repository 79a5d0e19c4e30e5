/** Says where things listen (HOST opens them to a room), and how this machine reaches them. */
import { isIPv6 } from "node:net";
import { ports } from "../server/http/ports.ts";
import { roomHosts } from "../server/http/room-hosts.ts";

export const LOOPBACK = "127.0.0.1";

export const host = process.env["HOST"] || LOOPBACK;

const everywhere = host === "0.0.0.0" || host === "::";

/** The dev servers' proxies reach the server here. */
export const serverUrl = urlOf(everywhere ? LOOPBACK : host, ports.server);

/** The page, as a person on this machine opens it. */
export const pageUrl = urlOf(everywhere || host === LOOPBACK ? "localhost" : host, ports.page);

export const twinUrl = urlOf(everywhere ? LOOPBACK : host, ports.twin);

/** Others in the room open the page here; it is empty where HOST does not let them. */
export function roomUrls(): string[] {
  return roomHosts(process.env).map((address) => urlOf(address, ports.page));
}

function urlOf(name: string, port: number): string {
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
}
