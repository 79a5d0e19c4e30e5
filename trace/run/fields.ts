/**
 * Says what the fields of records may hold. A file of a trace may come from anywhere: what the page asks for again, or
 * copies, is no more than what a record can really hold.
 */
import * as Type from "typebox";
import type { Header } from "../../protocol/script/action.ts";

export const Text = Type.String({ description: "text" });
export const Flag = Type.Boolean({ description: "true or false" });
/** Milliseconds, as exact as a clock tells them. */
export const Ms = Type.Number({ description: "a number" });
export const Count = whole(0, Number.MAX_SAFE_INTEGER, "a count");
export const Port = whole(0, 65_535, "a port");

export function whole(least: number, most: number, description = `${least} to ${most}`) {
  return Type.Refine(Type.Integer({ description }), (value) => value >= least && value <= most);
}

/** Holds a path, or a URL, which the page copies and asks for again. */
export const WebUrl = Type.Refine(
  Type.String({ description: "a path, or a URL of http or https" }),
  (text) => /^https?:$/.test(URL.parse(text, "http://localhost")?.protocol ?? ""),
);

/** The probe asks by any; the page by GET and POST. */
export const HttpMethod = Type.Refine(Type.String({ description: "a method" }), (text) =>
  /^[!#$%&'*+.^`|~\w-]+$/.test(text),
);

const HeaderField = Type.Refine(
  Type.Tuple([Text, Text], { description: "a header's name and its value of one line" }),
  ([name, value]) => /^[!#$%&'*+.^`|~\w-]+$/.test(name) && !/[\0\r\n]/.test(value),
);
export const Headers = Type.Unsafe<readonly Header[]>(Type.Array(HeaderField));

/** Bytes are base64 on the tap and in a file. */
export const Bytes = Type.Refine(
  Type.Unsafe<Uint8Array<ArrayBufferLike>>({ description: "base64" }),
  (value) => value instanceof Uint8Array,
);
