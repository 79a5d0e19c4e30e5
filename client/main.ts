/** Says where the page begins: it is set up as its link says, and all its parts are there before anything is played. */
import { introduceAtFirst, takeLater } from "./share/presenter-link.ts"; // first: it clears the address
import "./styles/tokens.css";
import "./app/app.ts";
import { playground } from "./playground/playground.ts";
import { openDropped } from "./share/dropped.ts";

void start();

async function start(): Promise<void> {
  const isSetUp = setUp();
  openDropped(playground, isSetUp);
  const { hasLink, refusal } = await isSetUp;
  // A page that still builds its parts is busy, and would get the blame in its very first verdict.
  await document.querySelector("sse-app")?.ready;
  if (!hasLink) await playground.welcome(); // a link may be anybody's: it waits for Run
  if (refusal !== "") playground.refuse(refusal);
}

/** @returns whether a link said how; and why the token that it brought was not taken, if so */
async function setUp(): Promise<{ hasLink: boolean; refusal: string }> {
  const refusal = await introduceAtFirst();
  takeLater(playground);
  const address = () => import("./share/address.ts");
  const hasLink = location.hash.length > 1 || history.state !== null;
  if (hasLink) await (await address()).restore(playground);
  await playground.start();
  (await address()).keepAddress(playground);
  return { hasLink, refusal };
}

// For the curious, in the browser's console: `playground.current.run.records` is the whole trace.
Object.assign(globalThis, { playground });
