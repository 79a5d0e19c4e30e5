/** One measurement while it is made: an EventSource, what both sides tell of it, and then the answer. */
import type { Behaviour } from "../../trace/run/behaviour.ts";
import type { ConnectionRecord } from "../../trace/run/records.ts";
import type { PageNote } from "../../trace/this-browser/evidence.ts";
import { OTHER_TYPE } from "../../trace/this-browser/interpreting.ts";
import type { Measurement } from "../../trace/this-browser/measurement.ts";
import type { Client } from "../connections/client.ts";
import { browserSource, openEventSource } from "../connections/eventsource-client.ts";
import { apiAt, devServerPorts, originAt, ownApi, serverPort } from "../connections/places.ts";
import { leaveScript } from "../connections/scripts.ts";

/** Three times what the slowest measurement takes. ms */
const LIMIT = 15_000;

/** No service has this port, and it is above those that Linux hands out. */
const CLOSED_PORT = 61_234;

export type Obstacle = "silence" | "policy" | "somebody";

export type Finding = { is: "answered"; answer: Behaviour } | { is: "unmeasured"; why: Obstacle };

export class Asking {
  readonly #measurement: Measurement;
  readonly #finding = Promise.withResolvers<Finding>();
  readonly #limit: ReturnType<typeof setTimeout>;
  /** Both lists are as long as the measurement's script lets them become within the limit. */
  readonly #server: ConnectionRecord<string>[] = [];
  readonly #page: PageNote[] = [];
  #toldUntil = 0;
  #client: Client | undefined;
  #isOver = false;

  /** `lane`: a client of its own in that trace, whose attempts the server counts from 1. */
  constructor(measurement: Measurement, trace: string, lane: string) {
    this.#measurement = measurement;
    this.#limit = setTimeout(() => this.#end({ is: "unmeasured", why: "silence" }), LIMIT);
    this.#connect(`trace=${trace}&lane=${lane}`).catch((error) => {
      this.stop();
      this.#finding.reject(error);
    });
  }

  /** It is pending for good once it was stopped. Rejects where the server does not take the script. */
  get finding(): Promise<Finding> {
    return this.#finding.promise;
  }

  hear(record: ConnectionRecord<string>): void {
    this.#server.push(record);
  }

  /** The server has told all that it did before `at`, epoch ms by its clock. */
  heardUntil(at: number): void {
    this.#toldUntil = at;
    this.#look();
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#limit);
    this.#client?.close();
  }

  async #connect(query: string): Promise<void> {
    const { script } = this.#measurement;
    if (script === null) return await this.#connectToNobody();
    const left = await leaveScript(ownApi, script(query));
    this.#open(`${apiAt(serverPort)}/sse/${left}?${query}`);
  }

  async #connectToNobody(): Promise<void> {
    // It would be the built page's policy that refuses, and not the port.
    if (devServerPorts.length === 0) return this.#end({ is: "unmeasured", why: "policy" });
    const url = `${originAt(CLOSED_PORT)}/`;
    if (await somebodyAnswers(url)) return this.#end({ is: "unmeasured", why: "somebody" });
    this.#open(url);
  }

  #open(url: string): void {
    if (this.#isOver) return;
    this.#client = openEventSource(url, [OTHER_TYPE], browserSource(false), (note) => {
      this.#page.push({ ...note, at: performance.now() });
      this.#look();
    });
  }

  #look(): void {
    if (this.#isOver) return;
    const [server, page, toldUntil] = [this.#server, this.#page, this.#toldUntil];
    const answer = this.#measurement.read({ server, page, toldUntil });
    if (answer !== undefined) this.#end({ is: "answered", answer });
  }

  #end(finding: Finding): void {
    this.stop();
    this.#finding.resolve(finding);
  }
}

async function somebodyAnswers(url: string): Promise<boolean> {
  try {
    await fetch(url, { mode: "no-cors", signal: AbortSignal.timeout(LIMIT) });
    return true;
  } catch {
    return false;
  }
}
