/** The first of two steps: an EventSource can only GET, so a long prompt is left with the relay before. */
import type { Recorder } from "../connections/client.ts";

/**
 * `POST /api/chats`.
 * @returns where the answer can be asked for; `undefined` where the relay refused, which is recorded
 */
export async function leaveQuestion(
  api: string,
  body: Readonly<Record<string, unknown>>,
  record: Recorder,
): Promise<string | undefined> {
  const url = `${api}/chats`;
  const headers = { "Content-Type": "application/json" };
  try {
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
    const said = await response.text();
    if (response.ok) {
      const { id }: { id: string } = JSON.parse(said);
      return `${url}/${id}`;
    }
    record({ kind: "ask", method: "POST", url });
    record({ kind: "head", status: response.status, headers: [...response.headers] });
    record({ kind: "failure", name: "NotAnEventStream", message: said });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    record({ kind: "ask", method: "POST", url });
    record({ kind: "failure", name, message });
  }
  return undefined;
}
