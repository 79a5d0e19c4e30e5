/** So much of a text is shown in a row; its length tells the rest. UTF-16 units, or bytes */
const SHOWN = 200;

/** How a text begins, with "…" where it goes on. */
export function beginning(text: string | Uint8Array): string {
  const goesOn = text.length > SHOWN;
  if (typeof text === "string") return goesOn ? `${text.slice(0, SHOWN)}…` : text;
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  // A character that lies across the cut is left out.
  const shown = decoder.decode(text.subarray(0, SHOWN), { stream: goesOn });
  return goesOn ? `${shown}…` : shown;
}
