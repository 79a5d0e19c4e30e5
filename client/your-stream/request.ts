/** What a form asks for: which URL by which client, and why it cannot be asked. */
import { toldUrl } from "../../protocol/redact.ts";
import type { Header } from "../../protocol/script/action.ts";
import { askPath } from "../../trace/run/passing.ts";
import type { LaneName, Path } from "../../trace/run/records.ts";
import type { AskForm, AskWay } from "../playground/asking.ts";
import { noPageMaySet } from "./forbidden.ts";

export type AskRequest = {
  readonly lane: LaneName;
  readonly method: string;
  readonly url: string;
  readonly told: string; // as it may be shown and kept
  readonly headers: readonly Header[];
  readonly body: string | null;
  readonly credentials: RequestCredentials;
  readonly path: Path;
  /** `from`: the address that answers, such as `localhost:8080`; `isWatched`: the target proxy tells of it. */
  readonly from: string;
  readonly isWatched: boolean;
};

export type Around = {
  target: string | undefined; // the target's origin
  /** The ways that there are, each with its origin, "" for the page's own, and its port. */
  ways: ReadonlyMap<AskWay, { origin: string; port: number }>;
  page: string; // the page's own origin
};

export type AskProblem =
  | "no-url"
  | "not-a-url"
  | "not-http"
  | "no-target"
  | "no-way"
  | "bad-method"
  | "bad-header"
  | "body-with-get"
  | "needs-fetch";

const FORBIDDEN_METHOD = /^(CONNECT|TRACE|TRACK)$/i;
const TOKEN = /^[!#$%&'*+.^`|~\w-]+$/;

/** An EventSource could ask for it: GET, without headers or a body. */
export function eventSourceCan({ method, headers, body }: AskForm): boolean {
  return method === "GET" && body === "" && sendable(headers).length === 0;
}

export function sendable(headers: readonly Header[]): Header[] {
  return headers.filter(([name, value]) => name !== "" && !noPageMaySet(name, value));
}

/** A host alone is asked by `http:`, as in a browser's address. */
export function withScheme(url: string): string {
  const isHost = /^(localhost|[\w-]+(\.[\w-]+)+|\[[\da-f:]+\])(:\d+)?([/?]|$)/i.test(url);
  return isHost ? `http://${url}` : url;
}

/** @param trace by which the tap tells of it */
export function readForm(form: AskForm, around: Around, trace: string): AskRequest | AskProblem {
  const { method, way, client, credentials } = form;
  const text = form.url.trim();
  if (text === "") return "no-url";
  const url = URL.parse(text, around.target ?? around.page);
  if (url === null || !/^([a-z][a-z\d+.-]*:|\/)/i.test(text)) return "not-a-url";
  if (!/^https?:$/.test(url.protocol)) return "not-http";
  if (!TOKEN.test(method) || FORBIDDEN_METHOD.test(method)) return "bad-method";
  const headers = sendable(form.headers);
  if (headers.some(([name, value]) => !TOKEN.test(name) || /[^\t\x20-\x7e\x80-\xff]/.test(value)))
    return "bad-header";
  if (form.body !== "" && /^(GET|HEAD)$/.test(method)) return "body-with-get";
  if (client === "eventsource" && !eventSourceCan(form)) return "needs-fetch";
  const body = form.body === "" ? null : form.body;
  const common = { lane: client, method, headers, body, credentials };
  if (way === "direct") {
    const isRelative = text.startsWith("/");
    if (isRelative) return around.target === undefined ? "no-target" : "not-a-url";
    url.username = "";
    url.password = "";
    const path: Path = { proxy: false, port: portOf(url) };
    const told = toldUrl(url.href);
    return { ...common, url: url.href, told, path, from: url.host, isWatched: false };
  }
  if (around.target === undefined) return "no-target";
  const server = around.ways.get(way);
  if (server === undefined) return "no-way";
  const asked = `${url.pathname}${url.search}`;
  return {
    ...common,
    url: `${server.origin}${askPath(`${client}.${trace}`, asked)}`,
    told: toldUrl(asked),
    path:
      way === "server"
        ? { proxy: false, port: server.port }
        : { proxy: true, port: server.port, compress: way === "compress-true" },
    from: new URL(around.target).host,
    isWatched: true,
  };
}

function portOf({ port, protocol }: URL): number {
  return Number(port || (protocol === "https:" ? 443 : 80));
}
