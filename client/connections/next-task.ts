/** Lets the page be drawn between two pieces of work. */
const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];

port1.onmessage = () => waiting.shift()?.();

/**
 * Goes on in another task, so that the page is drawn in between; a page that is not in front puts off a
 * timer's.
 */
export function inNextTask(act: () => void): void {
  waiting.push(act);
  port2.postMessage(null);
}
