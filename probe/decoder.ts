/** Decoders of response bodies that let each piece out as soon as it can be read. */
import type { Transform } from "node:stream";
import zlib from "node:zlib";
import { knowsZstd } from "./browser-headers.ts";
import { unknownCoding } from "./failure.ts";

/**
 * Returns the decoder of a coding; `null` where there is nothing to decode: browsers ignore `none` and
 * what else they do not know, and the bytes are taken as they are.
 * @throws {ProbeFailure} for one that a browser would decode and this Node can't
 */
export function decoderOf(coding: string): Transform | null {
  switch (coding) {
    case "gzip":
    case "x-gzip":
      return zlib.createGunzip({ flush: zlib.constants.Z_SYNC_FLUSH });
    case "deflate":
      return zlib.createInflate({ flush: zlib.constants.Z_SYNC_FLUSH });
    case "br":
      return zlib.createBrotliDecompress();
    case "zstd":
      if (!knowsZstd) throw unknownCoding(coding);
      return zlib.createZstdDecompress();
    default:
      if (/[,;]/.test(coding)) throw unknownCoding(coding);
      return null;
  }
}
