/** The page's address: its hash is a link to what is set up, so a bookmark or a reload brings it back. */

import { lanesComingBack } from "../playground/client-choice.ts";
import type { Playground } from "../playground/playground.ts";
import { isPresenting, present } from "../playground/presenter.ts";
import { readEdited } from "../playground/read-edited.ts";
import type { SetUp } from "../playground/set-up.ts";
import { LinkError, readLink, writeLink } from "./link.ts";

/** How long the address waits before it follows: browsers bound how often it may. ms */
const REST = 300;

/** The set-up as it stands. */
export function setUpOf(page: Playground): SetUp {
  const { scriptName, edited, switches, clients, depth } = page;
  const comesBack = lanesComingBack(clients);
  const text = edited?.text ?? null;
  return { scriptName, text, switches, comesBack, depth, presenting: isPresenting() };
}

/** The address of this page, set up as it is. Rejects with a `LinkError` where it would be too long. */
export async function linkTo(page: Playground): Promise<string> {
  const link = await writeLink(setUpOf(page));
  return location.href.replace(/#.*$/, "") + (link === "" ? "" : `#${link}`);
}

/** Sets the page up as its address says; the page says where it is damaged, and stays as it is. */
export async function restore(page: Playground): Promise<void> {
  try {
    const setUp = await readLink(location.hash.slice(1));
    page.setUp(setUp, setUp.text === null ? undefined : readEdited(setUp.text));
    present(setUp.presenting);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    page.refuse(error.message);
  }
}

/** Lets the address follow the page from now on, and the page a link that is pasted over it. */
export function keepAddress(page: Playground): void {
  let isResting = false;
  function follow(): void {
    if (isResting) return;
    isResting = true;
    setTimeout(async () => {
      isResting = false;
      const link = await linkTo(page).catch(() => undefined); // too long for an address: it stays
      if (link !== undefined && link !== location.href) history.replaceState(null, "", link);
    }, REST);
  }
  page.addEventListener("change", follow);
  new MutationObserver(follow).observe(document.documentElement, { attributes: true });
  addEventListener("hashchange", () => void restore(page));
}
