import type { ReactiveController, ReactiveControllerHost } from "lit";
import { chat } from "./chat.ts";

/** Draws its element anew whenever something else is chosen of the chat. */
export class ChatController implements ReactiveController {
  readonly chat: typeof chat = chat;
  readonly #host: ReactiveControllerHost;
  readonly #draw = (): void => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.chat.addEventListener("change", this.#draw);
  }

  hostDisconnected(): void {
    this.chat.removeEventListener("change", this.#draw);
  }
}
