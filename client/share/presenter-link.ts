/**
 * The presenter's link: its hash holds a token, which leaves the address before anything else reads that,
 * and this page too once the server has it. What the rest of the hash says is set up as ever.
 */
import { capitalised } from "../../trace/en/figures.ts";
import { introduce } from "../connections/presenter.ts";
import type { Playground } from "../playground/playground.ts";

const WORD = "presenter";

/** The token could not be handed over. The words stand here because the first picture needs them. */
const AWAY =
  "The Node server does not answer, so it does not know you as the presenter. Open the link again.";

const atFirst = takeToken();

/** Returns why the token that this page was opened with was not taken; "" where all is well. */
export function introduceAtFirst(): Promise<string> | "" {
  return atFirst === undefined ? "" : handOver(atFirst);
}

/** A link that is pasted over the page's address may hold a token; then the page is loaded anew. */
export function takeLater(page: Playground): void {
  addEventListener("hashchange", async () => {
    const token = takeToken();
    if (token === undefined) return;
    const refusal = await handOver(token);
    if (refusal === "") location.reload();
    else page.refuse(refusal);
  });
}

function takeToken(): string | undefined {
  const words = new URLSearchParams(location.hash.slice(1));
  const token = words.get(WORD) ?? undefined;
  if (token === undefined) return undefined;
  words.delete(WORD);
  const rest = words.size === 0 ? "" : `#${words}`;
  history.replaceState(null, "", location.pathname + location.search + rest);
  return token;
}

async function handOver(token: string): Promise<string> {
  try {
    return capitalised(await introduce(token));
  } catch {
    return AWAY;
  }
}
