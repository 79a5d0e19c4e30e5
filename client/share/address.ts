/** The page's address: its hash is a link to what is set up, so a bookmark or a reload brings it back. */

import { asking } from "../playground/asking.ts";
import { learning } from "../playground/learning.ts";
import type { Edited } from "../playground/played-script.ts";
import type { Playground } from "../playground/playground.ts";
import { isPresenting, present } from "../playground/presenter.ts";
import { readEdited } from "../playground/read-edited.ts";
import { lanesComingBack, type SetUp } from "../playground/set-up.ts";
import { LinkError, readLink, writeLink } from "./link.ts";

/** The address waits so long before it follows, since browsers bound how often it may. ms */
const REST = 300;

function setUpOf(page: Playground): SetUp {
  const { scriptName, edited, switches, clients, depth } = page;
  const comesBack = lanesComingBack(clients);
  const text = edited?.text ?? null;
  const lesson = learning.isOpen ? (learning.at ?? null) : null;
  const { link: ask } = asking;
  return { scriptName, text, switches, comesBack, depth, presenting: isPresenting(), lesson, ask };
}

/** Rejects with a `LinkError` where the address would be too long. */
export async function linkTo(page: Playground): Promise<string> {
  return addressOf(await writeLink(setUpOf(page)));
}

type Step = { stream: string };

/** Returns `undefined` where somebody brought the address along. */
function ownStep(): string | undefined {
  const step: Partial<Step> | null = history.state;
  return step?.stream;
}

/** Where the address is damaged the page says so, and stays as it is. */
export async function restore(page: Playground): Promise<void> {
  try {
    const setUp = await readLink(location.hash.slice(1));
    page.setUp(setUp, editIn(setUp, page));
    present(setUp.presenting);
    learning.go(setUp.lesson ?? undefined);
    asking.setUp(setUp.ask);
    if (setUp.ask !== null) page.watch(undefined); // the form has the place of what ran
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    page.refuse(error.message);
  }
}

/** A step of this tab may have had no room for the edit: then the tab kept it. */
function editIn({ scriptName, text }: SetUp, page: Playground): Edited | undefined {
  if (text !== null) return readEdited(text);
  return ownStep() === scriptName ? page.editOf(scriptName) : undefined;
}

/**
 * Lets the address follow the page from now on, and the page a link that is pasted over it. Another stream is a
 * step in the tab's history: Back returns to the one before.
 */
export function keepAddress(page: Playground): void {
  let isResting = false;
  let isRestoring = false;
  let at = page.scriptName;
  function follow(): void {
    if (isRestoring) return;
    if (page.scriptName !== at) {
      at = page.scriptName;
      // The streams of a lesson are no places that anybody would go back to.
      if (!learning.isOpen) {
        history.pushState(
          { stream: at } satisfies Step,
          "",
          addressOf(`${new URLSearchParams({ stream: at })}`),
        );
      }
    }
    if (isResting) return;
    isResting = true;
    setTimeout(async () => {
      isResting = false;
      const link = await addressFor(page);
      const isThere = page.scriptName === at && !isRestoring;
      if (isThere && (link !== location.href || ownStep() !== at)) {
        history.replaceState({ stream: at } satisfies Step, "", link);
      }
    }, REST);
  }
  page.addEventListener("change", follow);
  learning.addEventListener("change", follow);
  asking.addEventListener("change", follow);
  new MutationObserver(follow).observe(document.documentElement, { attributes: true });
  addEventListener("popstate", async () => {
    isRestoring = true;
    const stream = ownStep();
    if (stream === undefined) await restore(page);
    else page.setUp({ ...setUpOf(page), scriptName: stream }, page.editOf(stream)); // as it was left
    at = page.scriptName;
    isRestoring = false;
    follow();
  });
}

/** Where an edit is too long for the address, it says the rest. */
async function addressFor(page: Playground): Promise<string> {
  const setUp = setUpOf(page);
  const link = await writeLink(setUp).catch(() => writeLink({ ...setUp, text: null, ask: null }));
  return addressOf(link);
}

function addressOf(link: string): string {
  return location.href.replace(/#.*$/, "") + (link === "" ? "" : `#${link}`);
}
