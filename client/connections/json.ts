/** Says how the page asks the server's other routes, which take JSON and answer with it. */

/** Rejects when the server does not answer. */
export async function getJson<Answer>(url: string): Promise<Answer> {
  return (await answered(await fetch(url, { cache: "no-store" }))).json();
}

export function postJson(url: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });
}

/** Rejects a refusal. */
export async function answered(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response;
}

/** Returns the server's own words; "" where it did what it was asked for. */
export async function refusalIn(response: Response): Promise<string> {
  if (response.ok) return "";
  const { detail }: { detail: string } = await response.json(); // a proxy's error page is none
  return detail;
}
