/** Says where things are: webpack.config.ts hands the ports to the page (DefinePlugin). */
declare const DEV_SERVER_PORTS: readonly number[];
declare const SERVER_PORT: number;

/** The ports of the dev servers; none in the production bundle, which the Node server serves itself. */
export const devServerPorts = DEV_SERVER_PORTS;

/** The port of the Node server, as a page that it serves itself would not know otherwise. */
export const serverPort = devServerPorts.length > 0 ? SERVER_PORT : ownPort();

/** The port of the page's own origin. */
export function ownPort(): number {
  return Number(location.port || (location.protocol === "https:" ? 443 : 80));
}

/** The origin at `port` of the host that this page came from; "" for the page's own: relative URLs read better. */
export function originAt(port: number): string {
  return port === ownPort() ? "" : `${location.protocol}//${location.hostname}:${port}`;
}

/** The prefix of the HTTP interface at that port. */
export function apiAt(port: number): string {
  return `${originAt(port)}/api`;
}

/** The API as this page reaches it by itself, whichever way the lanes go. */
export const ownApi = apiAt(ownPort());
