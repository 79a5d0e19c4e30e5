/** What is told of a head of somebody else's traffic: nothing by which one could act as whoever sent it. */
import { toldValueOf } from "../../protocol/redact.ts";
import type { Header } from "../../protocol/script/action.ts";
import type { Secrets } from "../../protocol/secrets.ts";

/** @param raw names and values in turn, as Node has them: a character a byte */
export function fieldsOf(raw: readonly string[]): Header[] {
  const fields: Header[] = [];
  for (let at = 0; at < raw.length; at += 2) {
    const [name = "", value = ""] = raw.slice(at, at + 2);
    fields.push([name, Buffer.from(value, "latin1").toString("utf8")]);
  }
  return fields;
}

export function toldFields(fields: readonly Header[], secrets: Secrets): Header[] {
  return fields.map(([name, value]) => [name, secrets.outOfHead(toldValueOf(name, value))]);
}
