/** Does what a step asks for, for whoever presses its button in place of the control; and tells whether it was done. */
import type { Action } from "../../lessons/action.ts";
import type { Run } from "../../trace/run/run.ts";
import { takeCookie } from "../connections/cookie.ts";
import { sendFault } from "../connections/faults.ts";
import { ownApi } from "../connections/places.ts";
import { type Looked, learning } from "../playground/learning.ts";
import type { Playground } from "../playground/playground.ts";
import { readEdited } from "../playground/read-edited.ts";

/** Does it on `page`, with the stream of its step. */
export async function perform(action: Action, page: Playground, stream: string): Promise<void> {
  if (page.scriptName !== stream) page.prepare(stream, page.switches);
  switch (action.do) {
    case "play":
      return await page.run();
    case "turn":
      if (page.switches[action.which] === action.to || page.runs.length === 0) {
        page.switches = { ...page.switches, [action.which]: action.to };
        return await page.run();
      }
      return page.turn({ [action.which]: action.to });
    case "edit": {
      if (page.script?.name !== page.scriptName) await page.readServers(); // the step has just begun
      const texts = [page.edited?.text, page.script?.text].map((text) => text?.split("\n"));
      const lines = texts.find((one) => one?.includes(action.line)); // as shipped, if it was edited away
      if (lines === undefined) return;
      page.edit(readEdited(lines.with(lines.indexOf(action.line), action.becomes).join("\n")));
      return await page.run();
    }
    case "press": {
      const trace = page.current?.run.setup.trace;
      if (trace !== undefined) await sendFault(ownApi, action.fault, { trace, lane: action.lane });
      return;
    }
    case "disconnect":
      return page.current?.disconnect(action.lane);
    case "come-back":
      page.chooseClient(action.lane, { comesBack: true });
      if (page.runs.length === 0) await page.run();
      return;
    case "by-package":
      page.chooseClient("eventsource", { byPackage: true });
      if (page.runs.length === 0) await page.run();
      return;
    case "take-cookie":
      await takeCookie();
      return learning.saw({ at: "cookie" });
    case "open-row":
    case "open-parser":
      return learning.show(lookedAt(action));
  }
}

/** Whether it was done. `run`: the run that the step is about, once there is one. */
export function isDone(
  action: Action,
  run: Run | undefined,
  page: Pick<Playground, "clients">,
): boolean {
  if (action.do === "take-cookie") return learning.hasSeen({ at: "cookie" });
  if (run === undefined) return false;
  switch (action.do) {
    case "come-back":
      return page.clients[action.lane].comesBack;
    case "by-package":
      return page.clients.eventsource.byPackage;
    case "open-row":
    case "open-parser":
      return learning.hasSeen(lookedAt(action));
    case "play":
    case "turn":
    case "edit":
      return true;
    case "press":
      return run
        .lane(action.lane)
        .attempts.some(({ connections }) =>
          connections.some(({ faults }) =>
            faults.some(({ fault }) => fault.kind === action.fault.kind),
          ),
        );
    case "disconnect":
      return run.lane(action.lane).state.name === "closed";
  }
}

/** Whether it can be done now: some things are done to a stream that runs, behind one of its events. */
export function isDue(action: Action, run: Run | undefined): boolean {
  const first = "lane" in action ? run?.lane(action.lane).attempts[0] : undefined;
  if (action.do === "open-row" || action.do === "open-parser") return first?.ending != null;
  return !("after" in action) || (first?.arrived.length ?? 0) >= action.after;
}

function lookedAt(action: Extract<Action, { do: "open-row" | "open-parser" }>): Looked {
  if (action.do === "open-parser") return { at: "parser" };
  return { at: "row", lane: action.lane, title: action.title };
}
