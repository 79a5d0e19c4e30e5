/** The event streams that the parsers are timed with, and ways to cut them into chunks. */

const utf8 = new TextEncoder();

/** How long a stream is: a pass over it takes a few ms at most. Bytes, to the end of the block. */
const STREAM_BYTES = 1_000_000;

function blocks(block: (n: number) => string, bytes: number): Uint8Array[] {
  const encoded: Uint8Array[] = [];
  for (let n = 1, length = 0; length < bytes; n++) {
    const one = utf8.encode(block(n));
    encoded.push(one);
    length += one.length;
  }
  return encoded;
}

/** Returns what a chat model's API sends: a token in 180 bytes of JSON. */
const chat = (n: number) =>
  `data: {"id":"chatcmpl-8f2e1c","object":"chat.completion.chunk","created":1763700000,"model":"m-4",` +
  `"choices":[{"index":0,"delta":{"content":" token ${n}"},"finish_reason":null}]}\n\n`;

const tiny = (n: number) => `data: ${n}\n\n`;

const crlf = (n: number) =>
  `event: update\r\nid: ${n}\r\ndata: {\r\ndata:   "n": ${n},\r\ndata:   "said": "several lines, as a person writes them"\r\ndata: }\r\n\r\n`;

/** Heartbeats and remarks, and an event now and then. */
const comments = (n: number) =>
  n % 8 === 0 ? `data: ${n}\n\n` : `: heartbeat ${n}, still here\n\n`;

const chinese = (n: number) =>
  `id: ${n}\ndata: 第${n}条消息：服务器把事件一行一行地写出来，浏览器一行一行地读进去。\n\n`;

const kinds: readonly (readonly [name: string, block: (n: number) => string])[] = [
  ["chat-model lines", chat],
  ["tiny events", tiny],
  ["multi-line, CRLF", crlf],
  ["comments", comments],
  ["Chinese", chinese],
];

type Streams = readonly (readonly [name: string, blocks: readonly Uint8Array[]])[];

export const streams: Streams = kinds.map(([name, block]) => [name, blocks(block, STREAM_BYTES)]);

/**
 * For chunks so small that each costs much: the same blocks over and over, so that they are in the
 * cache, as what was just received is.
 */
export const fewBlocks: Streams = kinds.map(([name, block]) => [name, blocks(block, 4_000)]);

export function times(n: number, stream: readonly Uint8Array[]): Uint8Array[] {
  return Array.from({ length: n }, () => stream).flat();
}

/** One block whose data is one line of so many bytes. */
export function longLine(bytes: number): readonly Uint8Array[] {
  return [utf8.encode(`data: ${"x".repeat(bytes)}\n\n`)];
}

/** The stream in chunks of so many bytes, which cut it anywhere. */
export function inChunks(stream: readonly Uint8Array[], size: number): Uint8Array[] {
  const body = new Uint8Array(stream.reduce((length, block) => length + block.length, 0));
  let end = 0;
  for (const block of stream) {
    body.set(block, end);
    end += block.length;
  }
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < body.length; at += size) chunks.push(body.subarray(at, at + size));
  return chunks;
}
