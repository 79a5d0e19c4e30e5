/** A run out of a file: it stands there as if it had just ended, and nothing can be connected in it. */
import { readQuestion } from "../../trace/chat/question.ts";
import type { Run } from "../../trace/run/run.ts";
import { judge } from "./judge.ts";
import type { LiveRun } from "./live-run.ts";
import { bareClients, comingBack } from "./set-up.ts";

export function openedRun(run: Run): LiveRun {
  const { name, text } = run.setup.script;
  const cameBack = run.lanes.filter((lane) => lane.cameBack).map((lane) => lane.name);
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
      clients: comingBack(bareClients, cameBack),
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

export function typesIn({ lanes }: Run): string[] {
  const events = lanes.flatMap(({ attempts }) =>
    attempts.flatMap(({ written, arrived }) => [...written, ...arrived]),
  );
  return [...new Set(events.map(({ type }) => type))];
}
