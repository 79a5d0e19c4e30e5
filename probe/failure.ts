/** Why there was no response, or no end of it, in a sentence. Node's own words stand behind it where they say more. */
import { MOST_HEAD, MOST_REDIRECTS } from "./limits.ts";

export class ProbeFailure extends Error {
  override readonly name = "ProbeFailure";
}

export const tooManyRedirects = () =>
  new ProbeFailure(`The redirects do not end: ${MOST_REDIRECTS} in a row were followed.`);

export const redirectsInACircle = (url: string) =>
  new ProbeFailure(`The redirects lead in a circle, back to ${url}.`);

export const unknownCoding = (coding: string) =>
  new ProbeFailure(
    coding === "zstd"
      ? "The body is compressed by `zstd`, which this Node can’t read; Node 22.15 and later can."
      : `The body has the coding \`${coding}\`, which the probe can’t read.`,
  );

const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: "Nobody listens at that address: the connection was refused.",
  ENOTFOUND: "There is no host of that name.",
  EAI_AGAIN: "The host’s name could not be looked up.",
  ECONNRESET: "The other side cut the connection.",
  EPIPE: "The other side cut the connection.",
  ETIMEDOUT: "The connection was not made in time.",
  EHOSTUNREACH: "There is no way to that host.",
  ENETUNREACH: "There is no way to that network.",
  EPROTO:
    "The two sides do not speak the same protocol: is it http: in place of https:, or the other way round?",
  HPE_HEADER_OVERFLOW: `The response head is larger than ${MOST_HEAD / 1024} KiB; the probe reads no more.`,
  ERR_STREAM_PREMATURE_CLOSE: "The other side cut the connection.",
  Z_DATA_ERROR: "The body is not what its `Content-Encoding` says: it can’t be decoded.",
  Z_BUF_ERROR: "The compressed body stops in the middle.",
  DEPTH_ZERO_SELF_SIGNED_CERT:
    "Nobody vouches for the certificate: it is signed by itself. With -k the probe takes it.",
  SELF_SIGNED_CERT_IN_CHAIN:
    "Nobody vouches for the certificate: it is signed by itself. With -k the probe takes it.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "Nobody vouches for the certificate. With -k the probe takes it.",
  CERT_HAS_EXPIRED: "The certificate has expired. With -k the probe takes it.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The certificate is for another name. With -k the probe takes it.",
};

/** Tells failures apart. @returns its stable name, and a sentence */
export function failureOf(error: unknown): { name: string; message: string } {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  if (error.name === "ProbeFailure") return { name: error.name, message: error.message };
  const code = codeOf(error);
  const sentence = sentences[code];
  if (sentence !== undefined) return { name: code, message: sentence };
  if (code.startsWith("HPE_")) {
    return { name: code, message: "What came is not HTTP/1.1: is this port another protocol’s?" };
  }
  if (/^ERR_.*(PADDING|BROTLI|ZSTD|ZLIB)|^Z_/.test(code)) {
    return {
      name: code,
      message: "The body is not what its `Content-Encoding` says: it can’t be decoded.",
    };
  }
  return { name: code || error.name, message: `The request failed: ${error.message}.` };
}

/** Happy Eyeballs put the errors of both addresses into one. */
function codeOf(error: Error): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) {
    return codeOf(error.errors[0]);
  }
  return "code" in error && typeof error.code === "string" ? error.code : "";
}
