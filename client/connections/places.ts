/** Says where things are: webpack.config.ts hands the ports to the page (DefinePlugin). */
declare const DEV_SERVER_PORTS: readonly number[];
declare const SERVER_PORT: number;

/** There are none in the production bundle, which the Node server serves itself. */
export const devServerPorts = DEV_SERVER_PORTS;

/** A page that the Node server serves would not know its port otherwise. */
export const serverPort = devServerPorts.length > 0 ? SERVER_PORT : ownPort();

export function ownPort(): number {
  return Number(location.port || (location.protocol === "https:" ? 443 : 80));
}

/** The page's own origin is "": relative URLs read better. */
export function originAt(port: number): string {
  return port === ownPort() ? "" : `${location.protocol}//${location.hostname}:${port}`;
}

export function apiAt(port: number): string {
  return `${originAt(port)}/api`;
}

/** The page reaches the API by itself so, whichever way the lanes go. */
export const ownApi = apiAt(ownPort());
