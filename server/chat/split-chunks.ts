/**
 * The wrong way to read a model's stream, to set beside the right one: it takes each chunk for whole lines.
 * A line that two chunks share is lost, a character that they share is torn, and a delta without content
 * becomes the word "undefined". Such relays are in use: they work as long as each chunk happens to end where
 * a block ends.
 */
import type { CompletionPart } from "./completion.ts";
import { field, listIn, parsed } from "./completion-fields.ts";

export async function* splitChunks(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<CompletionPart> {
  for await (const chunk of body) {
    for (const line of new TextDecoder().decode(chunk).split("\n")) {
      if (!line.startsWith("data: ")) continue;
      const [choice] = listIn(parsed(line.slice("data: ".length)), "choices");
      if (choice) yield { kind: "text", text: `${field(field(choice, "delta"), "content")}` };
    }
  }
}
