/** The stream scripts that the server ships, and those that are left with it. */

/** A script in the list. `title`: what its first line says that it shows. `group`: with which it is taught. */
export type ScriptEntry = {
  name: string;
  group: string;
  title: string;
  eventTypes: readonly string[];
};
export type Script = { name: string; text: string };

/** `GET /api/scripts`. Rejects when the server does not answer. */
export async function readScripts(api: string): Promise<ScriptEntry[]> {
  return (await answered(await fetch(`${api}/scripts`))).json();
}

/** `GET /api/scripts/:name`: the text as it stands. Rejects when there is no such script. */
export async function readScript(api: string, name: string): Promise<Script> {
  const response = await answered(await fetch(`${api}/scripts/${encodeURIComponent(name)}`));
  return { name, text: await response.text() };
}

/** `POST /api/scripts`: leaves a text with the server. Returns the name that it is played by. */
export async function leaveScript(api: string, text: string): Promise<string> {
  const response = await fetch(`${api}/scripts`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ script: text }),
  });
  const { name }: { name: string } = await (await answered(response)).json();
  return name;
}

async function answered(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response;
}
