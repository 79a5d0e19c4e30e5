/**
 * Keeps what "Your stream" is to ask for, as people wrote or pasted it. It lives in this tab's memory alone: a link takes
 * what is no secret, and nothing is kept. Dispatches `change`.
 */
import type { Header } from "../../protocol/script/action.ts";
import type { LaneName } from "../../trace/run/records.ts";
import type { Run } from "../../trace/run/run.ts";

/** Through a dev server to the target, through the Node server that serves the page, or straight to a URL. */
export type AskWay = "compress-false" | "compress-true" | "server" | "direct";

export type AskForm = {
  readonly url: string; // a path of the target, or a full URL
  readonly method: string;
  readonly headers: readonly Header[];
  readonly body: string;
  readonly credentials: RequestCredentials;
  readonly client: LaneName;
  readonly way: AskWay;
};

export type AskLink = Pick<AskForm, "url" | "method" | "headers">;

export const emptyForm: AskForm = {
  url: "",
  method: "GET",
  headers: [],
  body: "",
  credentials: "same-origin",
  client: "fetch",
  way: "compress-false",
};

class Asking extends EventTarget {
  form = emptyForm;
  /** The form is shown, in the place of the list of what passes. */
  isOpen = false;
  #asked: { form: AskForm; trace: string } | undefined;

  /** That run was asked for by another form than the one that stands there now. */
  isStale({ setup }: Run): boolean {
    const asked = this.#asked?.trace === setup.trace ? this.#asked.form : undefined;
    return asked !== undefined && JSON.stringify(asked) !== JSON.stringify(this.form);
  }

  /** Nothing is sent by it. */
  change(change: Partial<AskForm>): void {
    this.form = { ...this.form, ...change };
    this.#changed();
  }

  open(isOpen: boolean): void {
    if (this.isOpen === isOpen) return;
    this.isOpen = isOpen;
    this.#changed();
  }

  /** A link may say it; `null`: as a first visit finds it. Nothing is sent by it. */
  setUp(link: AskLink | null): void {
    this.isOpen = link !== null;
    this.form = { ...emptyForm, ...link };
    this.#changed();
  }

  sent(form: AskForm, trace: string): void {
    this.#asked = { form, trace };
    this.#changed();
  }

  /** The link itself leaves out what is a secret. */
  get link(): AskLink | null {
    const { url, method, headers } = this.form;
    return this.isOpen && url !== "" ? { url, method, headers } : null;
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

export const asking = new Asking();
