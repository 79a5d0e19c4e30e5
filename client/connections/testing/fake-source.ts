/** An EventSource that asks nobody: a test says what it tells. */
export class FakeSource extends EventTarget {
  readyState = 0;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
  }

  close(): void {
    this.readyState = 2;
  }

  /** The browser tells it of itself. */
  tell(type: "open" | "error", readyState: number): void {
    this.readyState = readyState;
    this.dispatchEvent(new Event(type));
  }

  /** Dispatches an event that came from the server. */
  arrive(type: string, data: string, lastEventId = ""): void {
    this.dispatchEvent(new MessageEvent(type, { data, lastEventId }));
  }
}
