/** For tests in Node, which stays up for as long as somebody listens to a port: the page's tasks are microtasks there. */
class Tasks {
  readonly port1: { onmessage: (() => void) | undefined } = { onmessage: undefined };
  readonly port2: { postMessage(): void } = {
    postMessage: () => queueMicrotask(() => this.port1.onmessage?.()),
  };
}

const { MessageChannel } = globalThis;
Object.assign(globalThis, { MessageChannel: Tasks });
await import("../next-task.ts");
Object.assign(globalThis, { MessageChannel });
