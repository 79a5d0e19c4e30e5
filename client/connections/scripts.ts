/** The stream scripts that the server ships, and those that are left with it. */
import { answered, getJson, postJson } from "./json.ts";

/** Its first line says what it shows: the `title`. It is taught with others of its `group`. */
export type ScriptEntry = {
  name: string;
  group: string;
  title: string;
  eventTypes: readonly string[];
};
export type Script = { name: string; text: string };

/** Rejects when the server does not answer. */
export async function readScripts(api: string): Promise<ScriptEntry[]> {
  return getJson(`${api}/scripts`);
}

/** Rejects when there is no such script. */
export async function readScript(api: string, name: string): Promise<Script> {
  const response = await answered(await fetch(`${api}/scripts/${encodeURIComponent(name)}`));
  return { name, text: await response.text() };
}

/** Leaves a text with the server. Returns the name that it is played by. */
export async function leaveScript(api: string, text: string): Promise<string> {
  const response = await answered(await postJson(`${api}/scripts`, { script: text }));
  const { name }: { name: string } = await response.json();
  return name;
}
