/** Says what a fault is: the name of each, what the press of its button does, and how a response ended by it. */

import type { Mishap } from "../faults/predictions.ts";
import type { DoorFact, EndReason, Fault } from "../run/records.ts";
import { duration } from "./figures.ts";

export function faultName(fault: Fault): string {
  switch (fault.kind) {
    case "drop":
      return `cut by ${fault.how === "fin" ? "FIN" : "RST"}`;
    case "stall":
      return fault.ms === null ? "stall" : `stall for ${duration(fault.ms)}`;
    case "release":
      return "release";
    case "end":
      return "end";
    case "next-status":
      return `next answer ${fault.status}`;
    case "next-type":
      return "next answer text/html";
    case "next-redirect":
      return `redirect by ${fault.status}`;
    case "close-door":
      return `door closed for ${duration(fault.ms)}`;
  }
}

export function mishapName(mishap: Mishap): string {
  return mishap.kind === "freeze" ? `freeze for ${duration(mishap.ms)}` : faultName(mishap);
}

export function pressed(fault: Exclude<Fault, { kind: "close-door" }>): string {
  return `A button was pressed: ${does(fault)}.`;
}

function does(fault: Exclude<Fault, { kind: "close-door" }>): string {
  switch (fault.kind) {
    case "drop":
      return fault.how === "reset"
        ? "the server resets the connection in the middle of the stream"
        : "the server cuts the connection before the body is complete";
    case "stall":
      return `the server writes nothing more, no heartbeat either, ${fault.ms === null ? "until it is released" : `for ${duration(fault.ms)}`}`;
    case "release":
      return "the stall is over, and the script goes on";
    case "end":
      return "the response ends normally, in the middle of the script";
    case "next-status":
      return `the next request of this client is answered \`${fault.status}\``;
    case "next-type":
      return "the next request of this client is answered with `text/html`, which is no event stream";
    case "next-redirect":
      return `the next request of this client is sent to another address, with \`${fault.status}\``;
  }
}

export function endedBySentence({ fault }: EndReason & { why: "fault" }): string {
  switch (fault.kind) {
    case "drop":
      return fault.how === "reset"
        ? "The button resets the connection in the middle of the stream."
        : "The button cuts the connection before the body is complete.";
    case "end":
      return "The button ends the response, normally.";
    case "close-door":
      return "The server’s door is being closed: the connection is cut.";
    case "next-status":
    case "next-type":
    case "next-redirect":
      return "The button put this answer in place of the script.";
  }
}

export function door(fact: DoorFact): string {
  if (fact.kind === "door-open")
    return "The server listens again. Its counts and records are kept.";
  const who = fact.ours ? "A button was pressed" : "Somebody on another page pressed a button";
  return `${who}: for ${duration(fact.ms)} the server listens to nobody, and cuts what is open.`;
}
