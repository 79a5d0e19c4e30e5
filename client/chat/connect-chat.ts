/** Who asks a chat model in a lane, and in which request the prompt stands. */
import type { LaneName } from "../../trace/records.ts";
import type { Client, Recorder } from "../connections/client.ts";
import { openEventSource } from "../connections/eventsource-client.ts";
import { openFetch, type Reconnect } from "../connections/fetch-client.ts";
import { openAnew } from "../connections/new-eventsource.ts";
import { openLater } from "./open-later.ts";
import { leaveQuestion } from "./two-steps.ts";
import { untilDone } from "./until-done.ts";
import { type ChatClient, type Way, wrongRelays } from "./ways.ts";

/** All that the relay dispatches by a name; `[DONE]` has none. */
export const EVENT_TYPES = ["start", "token", "usage", "failure"];

/** Answers that the wrong way takes before it lets go all the same. */
const MOST_ANSWERS = 3;

export type Question = {
  body: { message: string; role?: string };
  client: ChatClient;
  way: Way;
  /** Of the event after which the answer goes on; "" for a new one. */
  lastEventId: string;
};

/** Asks; `options` already name trace and lane. */
export function connectChat(
  { body, client, way, lastEventId }: Question,
  lane: LaneName,
  api: string,
  options: URLSearchParams,
  reconnect: Reconnect,
  record: Recorder,
): Client {
  if (lastEventId !== "") options.set("lastEventId", lastEventId);
  if (lane === "fetch") {
    const fetching = { withCredentials: false, reconnect };
    const open = (record: Recorder) => openFetch(`${api}/chat?${options}`, body, fetching, record);
    return untilDone(open, Number.POSITIVE_INFINITY, record); // its body ends by itself
  }
  const relay = wrongRelays[way];
  if (relay !== null) options.set("relay", relay);
  const { message, ...rest } = body;
  const inUrl = `${api}/chat?${new URLSearchParams({ prompt: message, ...rest })}&${options}`;
  const openSource = reconnect === "resume" ? openAnew : openEventSource;
  const open = (record: Recorder): Client => {
    switch (client) {
      case "native":
        return openSource(inUrl, EVENT_TYPES, false, record);
      case "two-steps":
        return openLater(
          leaveQuestion(api, body, record).then((url) =>
            url === undefined
              ? undefined
              : () => openSource(`${url}?${options}`, EVENT_TYPES, false, record),
          ),
        );
      case "package":
        return openLater(
          import("./package-source.ts").then(
            ({ packageSource }) =>
              () =>
                openSource(inUrl, EVENT_TYPES, false, record, packageSource),
          ),
        );
    }
  };
  return untilDone(open, way === "no-close" ? MOST_ANSWERS : 1, record);
}
