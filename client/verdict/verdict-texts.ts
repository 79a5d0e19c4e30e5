/** The words around a verdict; its own are in trace/en/. */
export const verdictTexts = {
  label: "Verdict",
  ready: "Ready",
  readySentence: (button: string) => `Press ${button}: both clients ask the server for the stream.`,
  waits: {
    connection: {
      headline: "Waiting for a free connection",
      sentence:
        "The server answers, but this page’s request has not reached it. A browser opens six connections to an origin, over all tabs: close streams in other tabs.",
    },
    answer: {
      headline: "Waiting for the server",
      sentence: "The page has asked the server for its streams, and has no answer yet.",
    },
  },
  shown: "lanes and log below",
  show: "show its lanes and log",
  inLane: (lane: string) => `in the ${lane} lane`,
  response: "Response",
  by: { browser: "browser saw", probe: "probe saw", server: "server wrote" },
  left: (watched: string) => `left ${watched}`,
  header: (name: string, value: string) => `${name}: ${value}`,
  http: (version: string) => `HTTP/${version}`,
  notSet: (name: string) => `no ${name}`,
};
