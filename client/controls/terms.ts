/** Says what the page's terms mean, each in a sentence or two: the notes that stand at the words themselves. */
export const terms = {
  hop: "One station on the way of the stream: the Node server, the dev server in front of it, this browser. Each can pass on what comes at once, or keep it for a while.",
  lane: "One client of the stream. The page runs two beside each other: the browser’s own EventSource (GET), and fetch with a parser of this page (POST).",
  chunk:
    "What one read of the response body returns. The network decides where a chunk ends: it may hold half an event, or five.",
  dispatch:
    "The moment in which the parser hands an event to the page. A blank line does it; without one nothing is dispatched.",
  "last-id":
    "The `id` of the latest block that had one. A client that reconnects sends it as `Last-Event-ID`, and the server can go on after it.",
  "reconnection-time":
    "How long the client waits before it asks again. The stream sets it with `retry`; browsers have a default of their own.",
  lag: "How long after the server wrote an event the page got it.",
  what: "*request*, *head*, *end*: of the HTTP exchange. *write*: what the server handed to its socket in one call. *chunk*: what one read of the body returned. *block*: the lines up to a blank line. *dispatch*: a blank line ended a block with data, and the parser handed the event to the page.",
  HTTP: "The version of HTTP that the response came in. With HTTP/1.1 a browser opens at most six connections to one origin, and each stream takes one of them.",
  "Content-Encoding":
    "How the body is compressed: `gzip`, `br` … A compressor may keep events until it has enough of them, or until the stream ends. Without this field nothing was compressed.",
  "Cache-Control":
    "`no-cache` keeps caches from answering in the server’s place. `no-transform` also forbids anybody to change the body on the way: many compressors then leave the stream alone.",
  "X-Accel-Buffering":
    "A word to nginx: with `no` it passes on what comes at once, and does not collect it first. Others ignore it.",
} as const;

export type Terms = typeof terms;
export type Term = keyof Terms;
