/**
 * The wrong way to read a model's stream, to set beside the right one: each chunk is taken for whole
 * lines. A line that two chunks share is lost, a character that they share is torn, and a delta without
 * content becomes the word "undefined". Such relays are in use: as long as each chunk happens to end
 * where a block ends, they work.
 */
import type { Said } from "./completion.ts";
import { readChunk } from "./completion-chunk.ts";

export async function* splitChunks(body: AsyncIterable<Uint8Array>): AsyncGenerator<Said> {
  for await (const chunk of body) {
    for (const line of new TextDecoder().decode(chunk).split("\n")) {
      if (!line.startsWith("data: ")) continue;
      const [choice] = readChunk(line.slice("data: ".length))?.choices ?? [];
      if (choice) yield { kind: "text", text: `${choice.delta?.content}` };
    }
  }
}
