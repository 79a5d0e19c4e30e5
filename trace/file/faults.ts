/** Faults as they stand in the file of a trace. */
import type { AnswerFault, DoorFault, EndingFault, PlayFault } from "../run/records.ts";
import type { Fields, Readers } from "./fields.ts";

type Ending = PlayFault & { kind: "drop" | "end" };

const endings: Readers<Ending, "kind"> = {
  drop: (fields) => ({ kind: "drop", how: fields.oneOf("how", ["fin", "reset"]) }),
  end: () => ({ kind: "end" }),
};

const answers: Readers<AnswerFault, "kind"> = {
  "next-status": (fields) => ({
    kind: "next-status",
    status: fields.oneOf("status", [204, 500, 503]),
  }),
  "next-type": () => ({ kind: "next-type" }),
  "next-redirect": (fields) => ({
    kind: "next-redirect",
    status: fields.oneOf("status", [307, 308]),
  }),
};

/** Those that are done to one client. */
export const clientFaults: Readers<PlayFault | AnswerFault, "kind"> = {
  ...endings,
  ...answers,
  stall: (fields) => ({ kind: "stall", ms: fields.numberOrNull("ms") }),
  release: () => ({ kind: "release" }),
};

/** Those that a response can have ended by. */
export const endingFaults: Readers<EndingFault, "kind"> = {
  ...endings,
  ...answers,
  "close-door": (fields: Fields): DoorFault => ({ kind: "close-door", ms: fields.number("ms") }),
};
