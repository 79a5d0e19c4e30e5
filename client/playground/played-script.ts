/** Says what Run plays: the chosen script as it is shipped, or what somebody made of it. */
import type { LaneName } from "../../trace/run/records.ts";
import type { Run } from "../../trace/run/run.ts";
import type { Client, Recorder } from "../connections/client.ts";
import type { Reconnect } from "../connections/fetch-client.ts";
import { ownApi } from "../connections/places.ts";
import { leaveScript, type Script, type ScriptEntry } from "../connections/scripts.ts";

/**
 * A stream script and every event type that it can send. `left`: the name under which an edited text
 * was left with the server, because an EventSource can only ask for what has a URL.
 */
export type PlayedScript = {
  name: string;
  text: string;
  left: string | undefined;
  eventTypes: readonly string[];
  /** fetch posts it. */
  body: Readonly<Record<string, unknown>>;
  /** A lane asks so for what is no script; `undefined`: as for any script. */
  connect: Connect | undefined;
};

/**
 * Connects a lane by what is no script. `options`: trace, lane and what the path's switches ask for.
 * `reconnect`: whether people asked for a client that comes back.
 */
export type Connect = (
  lane: LaneName,
  api: string,
  options: URLSearchParams,
  reconnect: Reconnect,
  record: Recorder,
) => Client;

/** A chat model's answer is played in the place of a script; `show` takes over what a recorded run asked. */
export type ChatSource = { played(): PlayedScript; show(run: Run): void };

/** `faulty`: it has errors and cannot be played. */
export type Edited = { text: string; eventTypes: readonly string[]; faulty: boolean };

/** An edited text is left with the server on the way. Rejects when the server does not take it. */
export async function playedScript(
  { name, text }: Script,
  edited: Edited | undefined,
  entries: readonly ScriptEntry[],
): Promise<PlayedScript> {
  if (edited === undefined) {
    const entry = entries.find((candidate) => candidate.name === name);
    const eventTypes = entry?.eventTypes ?? [];
    return { name, text, left: undefined, eventTypes, body: { name }, connect: undefined };
  }
  const { eventTypes } = edited;
  const left = await leaveScript(ownApi, edited.text);
  const body = { script: edited.text };
  return { name, text: edited.text, left, eventTypes, body, connect: undefined };
}
