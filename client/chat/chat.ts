/**
 * Says what is chosen of the chat: the question, who is asked, and by which clients. What became of it is in
 * the run's trace. Dispatches `change`.
 */
import { type ChatClient, chatClientIn } from "../../trace/chat/chat-client.ts";
import { type Question, readQuestion, writeQuestion } from "../../trace/chat/question.ts";
import { LANES } from "../../trace/run/lanes.ts";
import type { LaneName } from "../../trace/run/records.ts";
import type { Run } from "../../trace/run/run.ts";
import { getJson } from "../connections/json.ts";
import { ownApi } from "../connections/places.ts";
import type { ChatSource, PlayedScript } from "../playground/played-script.ts";
import { CHAT } from "../playground/set-up.ts";
import { chatTexts } from "./chat-texts.ts";
import { connectChat, EVENT_TYPES } from "./connect-chat.ts";
import { type Kept, takeKept } from "./kept-answer.ts";
import { readPace, withPace } from "./pace.ts";
import { type Way, wrongWayIn } from "./ways.ts";

type Role = { name: string; title: string };

/**
 * `isDemo`: an embedded model answers. `who`: in a room a real model is the presenter's, and guests are
 * answered by the demo model. `limits`: in characters, of a body's prompt and of one in a URL. `pass`: what
 * an EventSource's query has to hold, where this browser hides which page asks; else null.
 */
type About = {
  model: string;
  isDemo: boolean;
  who: "anyone" | "presenter" | "guest";
  pass: string | null;
  roles: readonly Role[];
  limits: { message: number; query: number };
};

type Choice = { prompt: string; slow: boolean; role: string; client: ChatClient; way: Way };

class Chat extends EventTarget implements ChatSource {
  about: About | undefined;
  /** The relay does not answer. */
  isMissing = false;
  /** An empty `role` asks for the relay's first one. */
  choice: Choice = {
    prompt: chatTexts.firstPrompt,
    slow: false,
    role: "",
    client: "native",
    way: "right",
  };
  /** The last run asked this. */
  asked: { message: string; role: string } | undefined;
  /** This tab left it behind when it was loaded anew. */
  kept: Kept | undefined = takeKept();
  /** The shown run goes on with it. */
  resumed: Kept | undefined;
  #next: Kept | undefined;
  #hasLooked = false;

  /** Asks the relay who answers; again after it was missing. */
  async look(): Promise<void> {
    try {
      this.about = await getJson<About>(`${ownApi}/chat/about`);
      this.isMissing = false;
    } catch {
      this.isMissing = true;
    }
    this.#changed();
  }

  choose(change: Partial<Choice>): void {
    this.choice = { ...this.choice, ...change };
    this.#changed();
  }

  /** The answer of the page before goes on without a word: once, and only before anything was asked. */
  goesOnByItself(): boolean {
    const isFirst = !this.#hasLooked;
    this.#hasLooked = true;
    return isFirst && this.kept !== undefined && this.asked === undefined;
  }

  /** The next run goes on with what was left behind, and asks the model nothing. Returns its lanes. */
  resume(): LaneName[] {
    const { kept } = this;
    if (kept === undefined) return [];
    this.#next = kept;
    this.choose({ ...readPace(kept.message), role: kept.role, way: "right" });
    return LANES.filter((lane) => kept.lanes[lane] !== undefined);
  }

  get question(): Question {
    const { prompt, slow, role } = this.choice;
    const message = withPace(prompt, slow);
    return role === "" ? { message } : { message, role };
  }

  played(): PlayedScript {
    const { question } = this;
    const { message } = question;
    const { role, client, way } = this.choice;
    const kept = this.#next;
    this.#next = undefined;
    if (kept !== undefined) this.kept = undefined; // what was not gone on with stays on offer
    this.resumed = kept;
    this.asked = { message, role };
    this.#changed();
    return {
      name: CHAT,
      text: writeQuestion(question, chatTexts.remark),
      left: undefined,
      eventTypes: EVENT_TYPES,
      body: question,
      connect: (lane, api, options, reconnect, record) => {
        const lastEventId = kept?.lanes[lane]?.lastEventId ?? "";
        const { who = "anyone", pass = null } = this.about ?? {};
        const asking = {
          question,
          client,
          way,
          lastEventId,
          asPresenter: who === "presenter",
          pass,
        };
        return connectChat(asking, lane, api, options, reconnect, record);
      },
    };
  }

  /** Takes over what a run out of a file asked, and how: Ask asks it again. */
  show(run: Run): void {
    const question = readQuestion(run.setup.script.text);
    if (question === undefined) return;
    this.asked = undefined;
    this.resumed = undefined;
    this.choose({
      ...readPace(question.message),
      role: question.role ?? "",
      client: chatClientIn(run),
      way: wrongWayIn(run, "eventsource", "right") ?? "right",
    });
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

export const chat = new Chat();
