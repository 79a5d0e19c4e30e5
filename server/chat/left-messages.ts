/** Keeps messages until somebody asks for the answers: an EventSource cannot send a body, so its message is left before. */
import { randomBytes } from "node:crypto";
import { Problem } from "../http/problem.ts";
import { MAX_LEFT_MESSAGES } from "../limits.ts";

type LeftMessage = { message: string; role: string };

export class LeftMessages {
  readonly #messages = new Map<string, LeftMessage>();

  /** Keeps a message until newer ones take its room. Returns its id. */
  leave(message: LeftMessage): string {
    const id = randomBytes(16).toString("hex");
    this.#messages.set(id, message);
    for (const oldest of this.#messages.keys()) {
      if (this.#messages.size <= MAX_LEFT_MESSAGES) break;
      this.#messages.delete(oldest);
    }
    return id;
  }

  /** @throws Problem 404 where it is not kept any more */
  find(id: string): LeftMessage {
    const message = this.#messages.get(id);
    if (message !== undefined) return message;
    const what = `there is no chat "${id.slice(0, 64)}", or it is not kept any more`;
    throw new Problem(404, "no-chat", `${what}; leave the message anew by POST /api/chats`);
  }
}
