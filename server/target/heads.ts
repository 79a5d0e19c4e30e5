/** Heads on their way through the target proxy: as they stand, in their order and spelling, but for what is of one hop. */
import type { IncomingMessage } from "node:http";
import type { Header } from "../../protocol/script/action.ts";
import { ASK_HEADER, isKeptOut } from "../http/asks.ts";
import { COOKIE } from "../http/room.ts";

/** RFC 9110, 7.6.1. What `Connection` names is of one hop too. */
const OF_ONE_HOP = ["connection", "keep-alive", "proxy-connection", "te", "transfer-encoding"];

/** A field's name and value in turn, as Node takes and gives them: a character a byte. */
type RawFields = string[];

/** What the target is asked with. `host`: the target's own. `ours`: by which Host the proxy itself is named. */
export function toTarget(
  request: IncomingMessage,
  host: string,
  isOurs: (host: string) => boolean,
): RawFields {
  const fields = [...endToEnd(request)];
  const { host: asked, "transfer-encoding": framing, "content-length": length } = request.headers;
  const passed = fields.flatMap(([name, value]) => {
    if (name.toLowerCase() === "cookie") return cookie(name, value);
    const isOwn = name.toLowerCase() === "host" && isOurs(value);
    return isOwn ? [name, host] : [name, value];
  });
  if (asked === undefined) passed.push("Host", host);
  if (framing !== undefined) passed.push("Transfer-Encoding", "chunked");
  // Node would announce a body where there is none.
  else if (length === undefined && mayHaveBody(request.method)) passed.push("Content-Length", "0");
  return passed;
}

/** What the client is answered with. */
export function toClient(answer: IncomingMessage): RawFields {
  return [...endToEnd(answer)].flat();
}

/** What the page is answered with that asked from our own address. `redirect`: where it is led, if anywhere. */
export function toPage(
  answer: IncomingMessage,
  ours: (readable: readonly string[]) => readonly Header[],
  redirect: string | null,
): RawFields {
  const theirs = [...endToEnd(answer)].filter(
    ([name, value]) => !isKeptOut(name) && !(/^set-cookie$/i.test(name) && value.includes(COOKIE)),
  );
  const readable = [...new Set(theirs.map(([name]) => name))];
  const led = theirs.map(
    ([name, value]): Header =>
      redirect !== null && /^location$/i.test(name) ? [name, redirect] : [name, value],
  );
  return [...led, ...ours(readable)].flat();
}

/** The head of a request to change the protocol, which is of the hop and passes all the same. */
export function upgradeHead(
  request: IncomingMessage,
  host: string,
  isOurs: (host: string) => boolean,
): string {
  const fields = [...pairs(request.rawHeaders)].map(([name, value]) => {
    const [kept, passed] = name.toLowerCase() === "cookie" ? cookie(name, value) : [name, value];
    const isOwn = name.toLowerCase() === "host" && isOurs(value);
    return kept === undefined ? "" : `${kept}: ${isOwn ? host : passed}\r\n`;
  });
  return `${request.method} ${request.url} HTTP/1.1\r\n${fields.join("")}\r\n`;
}

function* endToEnd({ headers, rawHeaders }: IncomingMessage): Generator<[string, string]> {
  const named = (headers.connection ?? "").split(",").map((name) => name.trim().toLowerCase());
  const dropped = new Set([...OF_ONE_HOP, "upgrade", ASK_HEADER, ...named]);
  for (const [name, value] of pairs(rawHeaders)) {
    if (!dropped.has(name.toLowerCase())) yield [name, value];
  }
}

function* pairs(raw: readonly string[]): Generator<[string, string]> {
  for (let at = 0; at < raw.length; at += 2) yield [raw[at] ?? "", raw[at + 1] ?? ""];
}

/** Cookies know no ports: the presenter's comes here too, and is nobody else's to know. */
function cookie(name: string, value: string): string[] {
  const theirs = value.split(/;\s*/).filter((pair) => !pair.startsWith(`${COOKIE}=`));
  if (theirs.length === 0) return [];
  return [name, value.includes(COOKIE) ? theirs.join("; ") : value];
}

function mayHaveBody(method = ""): boolean {
  return !["GET", "HEAD", "DELETE", "OPTIONS", "TRACE", "CONNECT"].includes(method);
}
