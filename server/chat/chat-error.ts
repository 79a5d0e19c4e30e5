/** What went wrong with an answer of the model. `detail` is for people: what happened, and what to do. */
import type { ChatFailure } from "../../trace/run/records.ts";

export class ChatError extends Error {
  readonly kind: ChatFailure;
  /** Of the model's service, where it answered with one. */
  readonly status: number | undefined;

  constructor(kind: ChatFailure, detail: string, status?: number) {
    super(detail);
    this.kind = kind;
    this.status = status;
  }

  /** As the data of a `failure` event. */
  toJSON(): object {
    return { kind: this.kind, status: this.status, detail: this.message };
  }
}
