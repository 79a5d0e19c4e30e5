/** The words of a lane's tools, which come after the first paint. */
export const toolsTexts = {
  noCode: "Run once: the code stands here with that run's values.",
  copy: { "": "Copy the code", copied: "Copied", selected: "Selected: press Ctrl-C" },
  credentials: { eventsource: "withCredentials", fetch: 'credentials: "include"' },
  credentialsWhy:
    "Cookies go to another origin too, such as the twin dev server or the Node server.",
  ownTools: {
    eventsource:
      "In the Network panel Chromium lists these events under `EventStream`, Firefox under `Response`. Comments and `retry` are no events: neither lists them.",
    fetch:
      "In the Network panel Chromium lists these events under `EventStream` too; the text is under `Response`. Where a chunk ended is shown nowhere.",
  },
};
