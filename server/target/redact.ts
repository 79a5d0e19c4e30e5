/** What is told of a head of somebody else's traffic: nothing by which one could act as whoever sent it. */
import { toldValueOf } from "../../protocol/redact.ts";
import type { Header } from "../../protocol/script/action.ts";

/** @param raw names and values in turn, as Node has them: a character a byte */
export function toldFields(raw: readonly string[]): Header[] {
  const told: Header[] = [];
  for (let at = 0; at < raw.length; at += 2) {
    const [name = "", value = ""] = raw.slice(at, at + 2);
    told.push([name, toldValueOf(name, Buffer.from(value, "latin1").toString("utf8"))]);
  }
  return told;
}
