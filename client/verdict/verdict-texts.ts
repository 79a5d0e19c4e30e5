/** The words around a verdict; its own are in trace/en/. */
export const verdictTexts = {
  label: "Verdict",
  ready: "Ready",
  readySentence: "Press Run: both clients ask the server for the stream.",
  shown: "lanes and log below",
  show: "show its lanes and log",
  inLane: (lane: string) => `in the ${lane} lane`,
  response: "Response",
  by: { browser: "browser saw", server: "server wrote" },
  header: (name: string, value: string) => `${name}: ${value}`,
  http: (version: string) => `HTTP/${version}`,
  notSet: (name: string) => `no ${name}`,
};
