/** The first of two steps: an EventSource can only GET, so a long prompt is left with the relay before. */
import type { Recorder } from "../connections/client.ts";
import { postJson } from "../connections/json.ts";

/** These options say who asks; the others are for the answer. */
const WHO = ["trace", "lane"];

/**
 * `POST /api/chats`. `options` name trace and lane, by which the tap tells why it was refused.
 * @returns where the answer can be asked for; `undefined` where the relay refused, which is recorded
 */
export async function leaveQuestion(
  api: string,
  body: Readonly<Record<string, unknown>>,
  options: URLSearchParams,
  record: Recorder,
): Promise<string | undefined> {
  const who = new URLSearchParams([...options].filter(([name]) => WHO.includes(name)));
  const url = `${api}/chats?${who}`;
  try {
    const response = await postJson(url, body);
    const said = await response.text();
    if (response.ok) {
      const { id }: { id: string } = JSON.parse(said);
      return `${api}/chats/${id}`;
    }
    record({ kind: "ask", method: "POST", by: "browser", url });
    record({ kind: "failure", name: "NotAnEventStream", message: said });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    record({ kind: "ask", method: "POST", by: "browser", url });
    record({ kind: "failure", name, message });
  }
  return undefined;
}
