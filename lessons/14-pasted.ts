import { encodeEvent } from "../protocol/event-stream/encoder.ts";
import type { Run } from "../trace/run/run.ts";
import { defineLesson } from "./lesson.ts";
import { arrivals, eachEvent, eventsAt, nthEvent, once, without } from "./seeing.ts";

/** What somebody typed where a chat asks for a name. */
const NAME = "Bob\n\nevent: left\ndata: Ann";

/** The text of each block that left the server for EventSource, its blank line included. */
function blocks(run: Run): readonly string[] {
  const reading = run.lane("eventsource").attempts[0]?.connection?.reading;
  return (reading?.ofEvents ?? []).map(({ lines }) =>
    lines.map(({ bytes }) => `${new TextDecoder().decode(bytes)}\n`).join(""),
  );
}

/** What was pasted behind `event: ` in the first block: all up to its last data line; `undefined` where there is none. */
function pastedType(run: Run): string | undefined {
  return /^event: ([\s\S]*)\ndata: .*\n\n$/m.exec(blocks(run)[0] ?? "")?.[1];
}

/** What the encoder says when it is to write an event of that type; `undefined`: it writes it. */
function refusal(type: string): string | undefined {
  try {
    encodeEvent({ type, data: "hello" });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.split(";")[0] : undefined;
  }
}

function isNameAsJson(data: string): boolean {
  try {
    return JSON.parse(data) === NAME;
  } catch {
    return false;
  }
}

export default defineLesson({
  name: "pasted",
  title: "Never paste strings into a stream",
  shows: "A name with a line break becomes an event of its own, unless an encoder writes it.",
  minutes: 4,
  routes: [],
  start: { stream: "pasted-name", switches: {} },
  steps: [
    {
      prose: [
        {
          says: "Ann joins a chat, then Bob. The server pastes their names after `data:`, and Bob’s has line breaks in it.",
          shownBy: "forged",
        },
      ],
      predict: {
        ask: "Two have joined. How many events does the page get?",
        choices: ["two", "three"],
        answer: (run) => {
          const [ann, bob, more] = arrivals(run);
          if (more !== undefined) return 1;
          return ann && bob && run.lane("eventsource").attempts[0]?.ending ? 0 : null;
        },
        seenAt: () => eventsAt(3),
      },
      act: [{ do: "play" }, { do: "open-row", lane: "eventsource", title: "block 3" }],
      hint: "In the script, which lines are Bob’s name?",
      checks: [
        {
          name: "forged",
          says: "Bob’s name says that Ann has left: an event that no code meant",
          holds: nthEvent(
            3,
            ({ type, data }) => type === "left" && data === "Ann",
            ({ type, data }) => `type ${type}, “${data}”`,
          ),
          falseOn: ["live-direct", "id-reset", eachEvent({ type: "joined", data: "Ann" })],
        },
        {
          name: "looks-right",
          says: "On the wire it looks like any other event",
          holds: once(
            (run) => blocks(run)[2],
            (block) => block === "event: left\ndata: Ann\n\n",
            (block) => `“${block.trimEnd().replaceAll("\n", "⏎")}”`,
          ),
          falseOn: ["id-reset", "live-direct", without("write")],
        },
      ],
      why: [
        {
          says: "No parser can tell it from a real one: a blank line ends a block, whoever typed it.",
          source: { standard: "event-stream-interpretation" },
        },
      ],
      uses: ["script", "eventsource", "log"],
    },
    {
      prose: [
        {
          says: "An encoder writes a `data` line for each line of the name.",
          shownBy: "as-encoded",
        },
      ],
      predict: {
        ask: "The same name, encoded. Does Ann leave?",
        choices: ["yes", "no"],
        answer: (run) => {
          const got = arrivals(run);
          if (got.some(({ type }) => type === "left")) return 0;
          return got.length > 1 ? 1 : null;
        },
        seenAt: () => eventsAt(1, 2),
      },
      hint: "What does each line of the name begin with now?",
      checks: [
        {
          name: "as-encoded",
          says: "The first block is what the encoder makes of the name",
          holds: once(
            (run) => blocks(run)[0],
            (block) =>
              block === new TextDecoder().decode(encodeEvent({ type: "joined", data: NAME })),
            (block) => `${block.split("\n").length - 2} lines`,
          ),
          falseOn: ["one-event", "live-direct", without("write")],
        },
        {
          name: "whole",
          says: "The page got the name as Bob typed it",
          holds: nthEvent(1, ({ data }) => data === NAME),
          falseOn: ["one-event", "live-direct", eachEvent({ data: "Bob" })],
        },
        {
          name: "as-json",
          says: "The second block has it as JSON, in one line",
          holds: nthEvent(2, ({ data }) => isNameAsJson(data)),
          falseOn: ["id-reset", "live-direct", eachEvent({ data: NAME })],
        },
      ],
      why: [{ says: "JSON writes a line break as `\\n`, two characters.", shownBy: "as-json" }],
      uses: ["script", "eventsource"],
      start: { stream: "encoded-name" },
    },
    {
      prose: [
        {
          says: "A type has one line. A room’s name is `tea`, a line break, and `data: Ann is gone`: it is pasted after `event:`.",
          shownBy: "smuggled",
        },
      ],
      predict: {
        ask: "Somebody says hello in that room. What does the page get?",
        choices: ["hello", "more than hello"],
        answer: (run) => {
          const [event] = arrivals(run);
          return event === undefined ? null : event.data === "hello" ? 0 : 1;
        },
        seenAt: () => eventsAt(1),
      },
      hint: "Which of the two data lines did somebody say?",
      checks: [
        {
          name: "smuggled",
          says: "The room’s name put a line before what was said",
          holds: nthEvent(1, ({ type, data }) => type === "tea" && data === "Ann is gone\nhello"),
          falseOn: ["live-direct", "one-event", eachEvent({ type: "tea" })],
        },
        {
          name: "refused",
          says: "The encoder refuses what was pasted",
          holds: once(
            pastedType,
            (type) => refusal(type) !== undefined,
            (type) => refusal(type)?.replaceAll("`", "") ?? `it writes ${type}`,
          ),
          falseOn: ["live-direct", "one-event", without("write")],
        },
      ],
      why: [
        {
          says: "Refuse it, or encode it: an `event` or `id` has only one line.",
          shownBy: "refused",
        },
      ],
      uses: ["script", "eventsource"],
      start: { stream: "pasted-type" },
    },
  ],
});
