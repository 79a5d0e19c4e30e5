/**
 * A room: `HOST` lets others reach this server. What costs money or befalls everyone is then the
 * presenter's, who is known by a token: a link brings it once, from then on a cookie holds it that no
 * script can read. On this machine alone, whoever asks is the presenter.
 */
import { createHmac } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { ports } from "./ports.ts";
import { Problem } from "./problem.ts";
import { isSameSecret, newSecret } from "./secret.ts";

type Env = Readonly<Record<string, string | undefined>>;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** Cookies know no ports: two playgrounds on one host must not take each other's. */
export const COOKIE = `sse-playground-${ports.server}`;

/**
 * The presenter's token, from PRESENTER_TOKEN or made now; null where HOST opens no room.
 * @throws RangeError whose message is one line for whoever set the variable; it never shows the token
 */
export function readPresenterToken(env: Env): string | null {
  const { HOST = "", PRESENTER_TOKEN = "" } = env;
  if (HOST === "" || LOOPBACK.test(HOST)) return null;
  if (PRESENTER_TOKEN === "") return newSecret();
  if (/^[\w-]{16,128}$/.test(PRESENTER_TOKEN)) return PRESENTER_TOKEN;
  const write = "write 16 to 128 characters of A–Z, a–z, 0–9, _ and -";
  throw new RangeError(`PRESENTER_TOKEN is no token; ${write}, or leave it out`);
}

/** Returns the presenter's own link to the page. What stands behind `#` no browser sends to a server. */
export function presenterLink(pageUrl: string, token: string): string {
  return `${pageUrl}/#presenter=${token}`;
}

export class Room {
  /** What our own page is told, where its browser hides which page asks. It outlives a restart with the token. */
  readonly pass: string;
  readonly #token: string | null;

  /** @param token is the presenter's; null where there is no room */
  constructor(token: string | null) {
    this.#token = token;
    const page = createHmac("sha256", token ?? newSecret()).update("page");
    this.pass = page.digest("hex").slice(0, 32);
  }

  isPresenter({ headers: { cookie = "" } }: FastifyRequest): boolean {
    const token = this.#token;
    if (token === null) return true;
    return cookie.split(/;\s*/).some((pair) => isSameSecret(pair, `${COOKIE}=${token}`));
  }

  /** Keeps everybody else out. @param what is the presenter's, as a sentence begins with it @throws Problem 403 */
  checkPresenter(request: FastifyRequest, what: string): void {
    if (this.isPresenter(request)) return;
    const whose = `${what} is the presenter's in a room`;
    throw new Problem(
      403,
      "presenter-only",
      `${whose}; if that is you, open the link that was printed at the start`,
    );
  }

  /**
   * Takes the token that a link brought.
   * @returns the `Set-Cookie` by which its browser is known from then on; null where there is no room
   * @throws Problem 403 for another token
   */
  introduce(given: string): string | null {
    if (this.#token === null) return null;
    if (isSameSecret(given, this.#token)) {
      return `${COOKIE}=${this.#token}; Path=/api; HttpOnly; SameSite=Strict`;
    }
    const what = "this presenter's link is of another start";
    throw new Problem(403, "presenter-token", `${what}; open the one that was printed last`);
  }
}
