/** Tells the page the time, again and again: what comes late was kept waiting by the page's own thread. */
const EVERY = 50; // ms

setInterval(() => self.postMessage(performance.timeOrigin + performance.now()), EVERY);
