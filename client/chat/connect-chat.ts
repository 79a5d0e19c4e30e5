/** Says who asks a chat model in a lane, and in which request the prompt stands. */
import type { ChatClient } from "../../trace/chat/chat-client.ts";
import { isDone } from "../../trace/chat/done.ts";
import type { Question } from "../../trace/chat/question.ts";
import { NOT_AN_EVENT_STREAM } from "../../trace/run/reception.ts";
import type { LaneName } from "../../trace/run/records.ts";
import { type Client, type Maker, openLater, type Recorder } from "../connections/client.ts";
import {
  browserSource,
  openByPackage,
  openEventSource,
} from "../connections/eventsource-client.ts";
import { openFetch, type Reconnect } from "../connections/fetch-client.ts";
import { postJson } from "../connections/json.ts";
import { openAnew } from "../connections/new-eventsource.ts";
import { ownApi } from "../connections/places.ts";
import { promptQuery, type Way, withRelay } from "./ways.ts";

/** The types of all events that the relay names; `[DONE]` has none. */
export const EVENT_TYPES = ["start", "token", "tool-call", "usage", "failure"];

/** The wrong way lets go after so many answers all the same. */
const MOST_ANSWERS = 3;

/**
 * `lastEventId`: the answer goes on after it; "" asks for a new one. `asPresenter`: the cookie that says so
 * goes to the other ports, too. `pass`: as `About` has it; no record holds it.
 */
type ChatRequest = {
  question: Question;
  client: ChatClient;
  way: Way;
  lastEventId: string;
  asPresenter: boolean;
  pass: string | null;
};

/** `options` already name trace and lane. */
export function connectChat(
  { question, client, way, lastEventId, asPresenter, pass }: ChatRequest,
  lane: LaneName,
  api: string,
  options: URLSearchParams,
  reconnect: Reconnect,
  record: Recorder,
): Client {
  if (lastEventId !== "") options.set("lastEventId", lastEventId);
  if (lane === "fetch") {
    const fetching = { withCredentials: asPresenter, reconnect };
    const url = `${api}/chat?${options}`;
    const open = (record: Recorder) => openFetch(url, question, fetching, record);
    return untilDone(open, Number.POSITIVE_INFINITY, record); // its body ends by itself
  }
  const inUrl = `${api}/chat?${promptQuery(question, way, options)}`;
  const openSource = reconnect === "resume" ? openAnew : openEventSource;
  const native = passing(browserSource(asPresenter), pass);
  const open = (record: Recorder): Client => {
    switch (client) {
      case "native":
        return openSource(inUrl, EVENT_TYPES, native, record);
      case "two-steps":
        return openLater(
          leaveQuestion(api, question, options, record).then((url) =>
            url === undefined
              ? undefined
              : () => openSource(`${url}?${withRelay(way, options)}`, EVENT_TYPES, native, record),
          ),
        );
      case "package":
        return openByPackage(asPresenter, (maker) =>
          openSource(inUrl, EVENT_TYPES, passing(maker, pass), record),
        );
    }
  };
  return untilDone(open, way === "no-close" ? MOST_ANSWERS : 1, record);
}

/** The same EventSource, which brings the pass along; what is recorded as asked for does not hold it. */
function passing({ by, create }: Maker, pass: string | null): Maker {
  return { by, create: (url) => create(pass === null ? url : `${url}&pass=${pass}`) };
}

/** These options say who asks; the others are for the answer. */
const WHO = ["trace", "lane"];

/**
 * `POST /api/chats`. `options` name trace and lane, by which the tap tells why it was refused.
 * @returns where the answer can be asked for; `undefined` where the relay refused, which is recorded
 */
async function leaveQuestion(
  api: string,
  body: Readonly<Record<string, unknown>>,
  options: URLSearchParams,
  record: Recorder,
): Promise<string | undefined> {
  const who = new URLSearchParams([...options].filter(([name]) => WHO.includes(name)));
  const url = `${api}/chats?${who}`;
  const fail = (name: string, message: string) => {
    record({ kind: "ask", method: "POST", by: "browser", url });
    record({ kind: "failure", name, message });
  };
  try {
    const response = await postJson(url, body);
    const said = await response.text();
    if (response.ok) {
      const { id }: { id: string } = JSON.parse(said);
      return `${api}/chats/${id}`;
    }
    fail(NOT_AN_EVENT_STREAM, said);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    fail(name, message);
  }
  return undefined;
}

/**
 * Opens a client that is closed with its answer: an EventSource would ask again.
 * @param answers how many it takes until it is closed: more than one for a client that forgets to close
 */
function untilDone(open: (record: Recorder) => Client, answers: number, record: Recorder): Client {
  let answer = "";
  let complete = 0;
  const client = open((seen) => {
    record(seen);
    if (seen.kind !== "dispatch") return;
    answer = seen.lastEventId.replace(/:[^:]*$/, "");
    if (!isDone(seen) && seen.type !== "failure") return;
    answer = "";
    complete++;
    if (complete >= answers) client.close();
  });
  return {
    close() {
      client.close();
      if (answer !== "") void stopModel(answer);
      answer = "";
    },
  };
}

/** Closing alone would not do: the relay keeps the model at work for a while, for whoever comes back. */
async function stopModel(answer: string): Promise<void> {
  try {
    await fetch(`${ownApi}/chat/answers/${encodeURIComponent(answer)}`, { method: "DELETE" });
  } catch {
    // The relay is gone, and its upstream request with it.
  }
}
