/** The request as a curl command for bash, which can send what no page may. */
import { isSecret, REDACTED, toldUrl } from "../../protocol/redact.ts";
import { bash } from "../../trace/share/quote/bash.ts";
import type { AskForm } from "../playground/asking.ts";

/** @param url to ask  @param isHidden whether what is secret stays out */
export function curlLine({ method, headers, body }: AskForm, url: string, isHidden: boolean) {
  const usual = body === "" ? "GET" : "POST";
  const all = headers.filter(([name]) => name !== "");
  const accept = all.some(([name]) => name.toLowerCase() === "accept");
  return [
    `curl -gN --compressed ${bash(isHidden ? toldUrl(url) : url)}`,
    ...(method === usual ? [] : [`-X ${bash(method)}`]),
    ...(accept ? [] : [`-H 'Accept: text/event-stream'`]),
    ...all.map(([name, value]) => {
      const shown = isHidden && isSecret(name) ? REDACTED : value;
      return `-H ${bash(shown === "" ? `${name};` : `${name}: ${shown}`)}`;
    }),
    ...(body === "" ? [] : [`--data-raw ${bash(body)}`]),
  ].join(" \\\n  ");
}
