/**
 * Lists the names under which the playground answers. A page of somebody else's whose name was made to point here
 * (DNS rebinding) asks with its own name, and is refused. The server's Host check, its origins and the dev servers'
 * `allowedHosts` are all this one list.
 */
import { hostname, networkInterfaces } from "node:os";
import { ADDRESSES_FRESH } from "../limits.ts";

const LOOPBACK = ["localhost", "127.0.0.1", "::1"];

/**
 * Loopback, this machine's own name and addresses as they are now, and those of the environment
 * variable ALLOWED_HOSTS (`demo.example,10.0.0.7`). Lower case, without ports and brackets.
 */
export function allowedHosts(): string[] {
  const { ALLOWED_HOSTS = "" } = process.env;
  const names = [...LOOPBACK, hostname(), ...ownAddresses(), ...ALLOWED_HOSTS.split(",")];
  return [...new Set(names.map(bareName).filter((name) => name !== ""))];
}

/** Tells whether a name, as URLs write it (`[::1]`), is one of them. */
export function isAllowedHost(name: string): boolean {
  return allowedHosts().includes(bareName(name));
}

/** Tells whether a name, as URLs write it, is of this machine itself; ALLOWED_HOSTS says nothing of that. */
export function isThisMachine(name: string): boolean {
  const bare = bareName(name);
  const isLoopback = /^127(\.\d{1,3}){3}$|(^|\.)localhost$/.test(bare);
  return isLoopback || [...LOOPBACK, hostname(), ...ownAddresses()].map(bareName).includes(bare);
}

let addresses: string[] = [];
let askedAt = -Infinity; // epoch ms

/** Asks now and then only: it takes a file, and where the limit of open files is met there is none. */
function ownAddresses(): string[] {
  if (Math.abs(Date.now() - askedAt) < ADDRESSES_FRESH) return addresses;
  askedAt = Date.now();
  try {
    const own = Object.values(networkInterfaces()).flatMap((interfaces) => interfaces ?? []);
    addresses = own.map(({ address }) => address);
  } catch {
    // Those of before still hold; loopback is none of them.
  }
  return addresses;
}

function bareName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.$/, "");
}
