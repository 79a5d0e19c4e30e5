/** A worker that tells the page the time again and again: what comes late was kept waiting by the page. */
const EVERY = 50; // ms

let telling: ReturnType<typeof setInterval> | undefined;

self.addEventListener("message", ({ data: isAsked }: MessageEvent<boolean>) => {
  clearInterval(telling);
  if (!isAsked) return;
  telling = setInterval(() => self.postMessage(performance.timeOrigin + performance.now()), EVERY);
});
