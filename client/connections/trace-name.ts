/** Names a new trace: 128 random bits. `randomUUID` does not exist on a plain LAN address. */
export function newTraceName(): string {
  return crypto.getRandomValues(new Uint8Array(16)).toHex();
}
