/** A way to go on in another task, so that the page is drawn in between. */
const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];

port1.onmessage = () => waiting.shift()?.();

/** Calls `act` in a task of its own, soon: unlike a timer's it is not put off in a page that is not in front. */
export function inNextTask(act: () => void): void {
  waiting.push(act);
  port2.postMessage(null);
}
