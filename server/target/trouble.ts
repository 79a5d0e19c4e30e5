/** What the target proxy says where it cannot ask its target. */

import { Problem } from "../http/problem.ts";
import { MAX_TARGET_HEAD_BYTES } from "../limits.ts";

const NO_CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME|ISSUER/;

/** The system's, or Node's, name of an error. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  const [first] = error instanceof AggregateError ? error.errors : [];
  return code === "AggregateError" && first !== undefined ? codeOf(first) : code;
}

/** @returns null where the target took the connection and cut it: then so does the proxy */
export function whyNotAsked(code: string, origin: string): Problem | null {
  if (code === "ECONNRESET" || code === "EPIPE") return null;
  const [what, instead] = explain(code, origin);
  return new Problem(502, what, `${instead} (${code})`);
}

function explain(code: string, origin: string): [code: string, sentence: string] {
  if (code === "HPE_HEADER_OVERFLOW") {
    const most = `more than ${MAX_TARGET_HEAD_BYTES} bytes`;
    return [
      "target-head-too-large",
      `the head of ${origin}'s answer has ${most}; send fewer headers`,
    ];
  }
  if (
    code.startsWith("HPE_") ||
    code === "ERR_INVALID_CHAR" ||
    code === "ERR_HTTP_INVALID_STATUS_CODE"
  ) {
    return ["target-not-http", `what ${origin} answers is no HTTP; is that the right port?`];
  }
  if (NO_CERTIFICATE.test(code)) {
    const instead = "if you trust it, start with TARGET_SELF_SIGNED=1 (--self-signed)";
    return [
      "target-certificate",
      `no authority vouches for the certificate of ${origin}; ${instead}`,
    ];
  }
  if (code === "EPROTO" || code.startsWith("ERR_SSL")) {
    return ["target-tls", `${origin} speaks no TLS; write TARGET=http://…`];
  }
  const instead = "start your server, or say where it is: TARGET=http://localhost:8080";
  return ["target-down", `${origin} does not answer; ${instead}`];
}
