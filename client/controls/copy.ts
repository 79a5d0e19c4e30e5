import type { LitElement } from "lit";

/**
 * Without a secure context there is no clipboard (docs/facts.md, 5), and a browser may refuse.
 * @returns whether it could
 */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Where it cannot, it selects the text area in which `host` shows the text, to be copied by hand. */
export async function copyOrSelect(host: LitElement, text: string): Promise<boolean> {
  if (await copy(text)) return true;
  await host.updateComplete;
  host.renderRoot.querySelector("textarea")?.select();
  return false;
}
