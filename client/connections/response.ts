/** Says how a fetch response is checked, and how its body is read. */

/** An answer that is no event stream is read as far as this. Bytes */
const EXPLANATION_LIMIT = 4096;

/** It may be an error page, or a problem document. */
export async function beginning(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of chunks(response)) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length >= EXPLANATION_LIMIT) break; // which cancels the body
  }
  return text.slice(0, EXPLANATION_LIMIT);
}

/** Reads the body chunk by chunk; not every browser can iterate a ReadableStream. */
export async function* chunks(
  response: Response,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel().catch(() => {}); // after an error there is nothing left to cancel
  }
}
