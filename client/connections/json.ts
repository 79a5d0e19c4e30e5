/** Says how the page asks the server's other routes, which take JSON and answer with it. */

/** Reads what the server says now. Rejects when it does not answer. */
export async function getJson<Answer>(url: string): Promise<Answer> {
  return (await answered(await fetch(url, { cache: "no-store" }))).json();
}

/** Sends `body` to the server. */
export function postJson(url: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });
}

/** Returns the response, if it is no refusal; else it rejects. */
export async function answered(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response;
}

/** Returns why the server did not do what it was asked for, in its own words; "" where it did. */
export async function refusalIn(response: Response): Promise<string> {
  if (response.ok) return "";
  const { detail }: { detail: string } = await response.json(); // a proxy's error page is none
  return detail;
}
