/** A run out of a file: it stands there as if it had just ended, and nothing can be connected in it. */
import { readQuestion } from "../../trace/chat/question.ts";
import type { LaneName } from "../../trace/run/records.ts";
import type { Run } from "../../trace/run/run.ts";
import { bareClients, comingBack } from "./client-choice.ts";
import { judge } from "./judge.ts";
import type { LiveRun } from "./live-run.ts";

/** Makes a run that the page can show out of a recorded one. */
export function openedRun(run: Run): LiveRun {
  const { name, text } = run.setup.script;
  return {
    client: {
      // The name may stand for another text on this machine: whoever plays it again brings the text.
      script: {
        name,
        text,
        left: name,
        eventTypes: typesIn(run),
        body: readQuestion(text) ?? { script: text },
        connect: undefined,
      },
      clients: comingBack(bareClients, lanesCameBack(run)),
    },
    run,
    judge,
    isGoing: false,
    elapsed: run.latest,
    now: run.latest,
    isConnected: false,
    disconnect() {},
    stop() {},
  };
}

/** Lanes whose clients came back by themselves. */
function lanesCameBack({ lanes }: Run): LaneName[] {
  return lanes.filter(({ cameBack }) => cameBack).map(({ name }) => name);
}

/** The types of all events that are known to be in a run. */
export function typesIn({ lanes }: Run): string[] {
  const events = lanes.flatMap(({ attempts }) =>
    attempts.flatMap(({ written, arrived }) => [...written, ...arrived]),
  );
  return [...new Set(events.map(({ type }) => type))];
}
