/** What went wrong with an answer of the model. `detail` is for people: what happened, and what to do. */
import type { ModelFailure } from "../../trace/run/records.ts";

export class ChatError extends Error {
  readonly kind: ModelFailure;
  /** Of the model's service, where it answered with one. */
  readonly status: number | undefined;

  constructor(kind: ModelFailure, detail: string, status?: number) {
    super(detail);
    this.kind = kind;
    this.status = status;
  }

  /** As the data of a `failure` event. */
  toJSON(): object {
    return { kind: this.kind, status: this.status, detail: this.message };
  }
}
