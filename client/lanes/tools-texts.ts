/** The words of a lane's tools, which come after the first paint. */
import { copyByHand } from "../controls/by-hand.ts";

export const toolsTexts = {
  noCode: "Run once: the code stands here with that run's values.",
  copy: (state: "copied" | "selected" | "", keys: boolean) =>
    ({ "": "Copy the code", copied: "Copied", selected: copyByHand("Selected", keys) })[state],
  credentials: { eventsource: "withCredentials", fetch: 'credentials: "include"' },
  credentialsWhy:
    "Cookies go to another origin too, such as the twin dev server or the Node server.",
  package: "the package eventsource",
  packageWhy:
    "The npm package eventsource asks in the browser’s place: it is built on fetch, and sends an Authorization header.",
  cookie: "Take a cookie",
  cookieTaken: "taken",
  cookieWhy: "The server sets a harmless one, for ten minutes: see which requests bring it back.",
  ownTools: {
    eventsource:
      "In the Network panel Chromium lists these events under `EventStream`, Firefox under `Response`. Comments and `retry` are no events: neither lists them.",
    fetch:
      "In the Network panel Chromium lists these events under `EventStream` too; the text is under `Response`. Where a chunk ended is shown nowhere.",
  },
};
