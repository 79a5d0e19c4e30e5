/** Reads from the environment which chat model answers, and how requests get to it. */
import { Agent, type Dispatcher, ProxyAgent, Socks5ProxyAgent } from "undici";
import {
  MODEL_FINISH_GRACE,
  MODEL_HEAD_TIMEOUT,
  MODEL_SILENCE_TIMEOUT,
  UNREAD_GRACE,
} from "../limits.ts";

export type Model = {
  name: string; // at the service
  isDemo: boolean;
  url: URL; // where its `chat/completions` answers
  /** It is sent as `Authorization: Bearer …`; null where no key is needed. */
  key: string | null;
  patience: Patience;
} & Transport;

/**
 * How long the relay waits, in ms: for the response head, between two pieces of the stream, for more after
 * the model said that it has finished, and for a client to come back when nobody reads.
 */
export type Patience = { head: number; silence: number; finish: number; unread: number };

export const PATIENCE: Patience = {
  head: MODEL_HEAD_TIMEOUT,
  silence: MODEL_SILENCE_TIMEOUT,
  finish: MODEL_FINISH_GRACE,
  unread: UNREAD_GRACE,
};

type Transport = {
  /** The proxy that they go through, as people may see it; null where there is none. */
  proxy: string | null;
  dispatcher: Dispatcher;
  close(): Promise<void>;
};

type Env = Readonly<Record<string, string | undefined>>;

const BASE_URL = "https://api.openai.com/v1";
const NAME = "gpt-4o-mini";

/**
 * Reads OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL, and SOCKS_PROXY or HTTPS_PROXY. A variable that
 * is empty is as if it were not set.
 * @returns null without a key: then the demo model answers, and the rest is not looked at
 * @throws RangeError whose message is one line for whoever set the variable; it never shows a key
 */
export function readModel(env: Env): Model | null {
  const key = env["OPENAI_API_KEY"] || null;
  if (key === null) return null;
  if (!/^[\x21-\x7e]+$/.test(key)) {
    const what = "OPENAI_API_KEY holds a blank or a character that no header can carry";
    throw new RangeError(
      `${what}; write the key alone, or OPENAI_API_KEY=none where none is needed`,
    );
  }
  return {
    name: env["OPENAI_MODEL"] || NAME,
    isDemo: false,
    url: completionsUrl(env["OPENAI_BASE_URL"] || BASE_URL),
    key,
    patience: PATIENCE,
    ...readTransport(env),
  };
}

/** One line that names the variables which do nothing without a key; null where none is set. */
export function setInVain(env: Env): string | null {
  const others = ["OPENAI_BASE_URL", "OPENAI_MODEL", "SOCKS_PROXY"].filter((name) => env[name]);
  if (env["OPENAI_API_KEY"] || others.length === 0) return null;
  const what = `${others.join(" and ")} set, but no OPENAI_API_KEY: the demo model answers`;
  return `${what}; write the key, or OPENAI_API_KEY=none where none is needed`;
}

export function directTransport(): Transport {
  return through(null, new Agent());
}

function readTransport(env: Env): Transport {
  const { SOCKS_PROXY: socks, HTTPS_PROXY: http } = env;
  if (socks) {
    const url = readUrl("SOCKS_PROXY", socks, ["socks5:"], "socks5://127.0.0.1:1080");
    return through(url.host, new Socks5ProxyAgent(url));
  }
  if (http) {
    const url = readUrl("HTTPS_PROXY", http, ["http:", "https:"], "http://127.0.0.1:8080");
    // It is always a tunnel: a proxy that reads the stream could hold it back.
    return through(url.host, new ProxyAgent({ uri: url.href, proxyTunnel: true }));
  }
  return directTransport();
}

function through(proxy: string | null, dispatcher: Dispatcher): Transport {
  return { proxy, dispatcher, close: () => dispatcher.destroy() };
}

function completionsUrl(base: string): URL {
  const url = readUrl("OPENAI_BASE_URL", base, ["http:", "https:"], BASE_URL);
  if (url.username !== "" || url.password !== "") {
    const what = "OPENAI_BASE_URL holds a user name or password";
    throw new RangeError(`${what}; leave it out, and write the key into OPENAI_API_KEY`);
  }
  const path = url.pathname.replace(/\/$/, "");
  if (path.endsWith("/chat/completions")) {
    const what = `OPENAI_BASE_URL is "${base}"`;
    throw new RangeError(`${what}; leave out /chat/completions, which is added to it`);
  }
  url.pathname = `${path}/chat/completions`;
  return url;
}

function readUrl(variable: string, text: string, schemes: string[], example: string): URL {
  if (URL.canParse(text)) {
    const url = new URL(text);
    if (schemes.includes(url.protocol) && url.hostname !== "") return url;
  }
  const shown = text.replace(/[^/]*@/, "…@"); // the part before the @ may hold a password
  throw new RangeError(`${variable} is "${shown}"; write a URL such as ${variable}=${example}`);
}
