/** So much of a text is shown in a row; its length tells the rest. UTF-16 units, or bytes */
export const BEGINNING = 200;

export function beginning(text: string | Uint8Array, length = BEGINNING): string {
  const goesOn = text.length > length;
  if (typeof text === "string") return goesOn ? `${text.slice(0, length)}…` : text;
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  // A character that lies across the cut is left out.
  const shown = decoder.decode(text.subarray(0, length), { stream: goesOn });
  return goesOn ? `${shown}…` : shown;
}
