/** What somebody said of addresses of their own, for as long as this page is open. */
const servers = new Set<string>();

/** Nothing stands before a server that answers at `address` itself. */
export function saidOf(address: string): { isServer: boolean } {
  return { isServer: servers.has(address) };
}

export function say(address: string, isServer: boolean): void {
  if (isServer) servers.add(address);
  else servers.delete(address);
}
