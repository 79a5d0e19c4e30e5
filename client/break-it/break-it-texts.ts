/** Holds the words that Break it shows. */
import { duration } from "../../trace/en/figures.ts";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import type { WhyNot } from "./why-not.ts";

export const breakItTexts = {
  title: "Break it",
  about: "What each client will do in this browser",
  to: "To",
  lanes: { both: "both", ...laneTitles },
  press: "Press",
  rows: {
    drop: {
      name: "Cut",
      choice: "Cut by",
      why: "The server cuts the connection in the middle of the response",
    },
    end: {
      name: "End",
      choice: "",
      why: "The response ends normally, in the middle of the stream",
    },
    stall: {
      name: "Stall",
      choice: "",
      why: "The server writes nothing, not even a heartbeat, until you press Release",
    },
    release: { name: "Release", choice: "", why: "Ends the stall" },
    answer: {
      name: "Next answer",
      choice: "Next answer is",
      why: "What the client gets when it asks again, once this stream has ended",
    },
    redirect: {
      name: "Redirect",
      choice: "Redirect by",
      why: "The client’s next request is sent to another address of the same stream",
    },
    door: {
      name: "Close the door",
      choice: "Closed for",
      why: "For everyone: the server cuts what is open and listens no more, and opens again by itself",
    },
    freeze: {
      name: "Freeze",
      choice: "",
      why: "This page’s own thread is blocked for two seconds",
    },
  },
  doorQuestion: {
    keep: "Keep it open",
    cut: (time: string) => `Cut everyone off for ${time}`,
  },
  everyone: "for everyone",
  presenters: "the presenter’s",
  thisPage: "this page, 2 s",
  whyNot: {
    nothing: "Nothing runs now.",
    "not-asked": "It was not connected.",
    over: "Its stream is over.",
    between: "Nothing runs until it asks again.",
    "not-stalled": "It is not stalled.",
    presenters: "In a room closing the door is the presenter’s.",
  } satisfies Record<WhyNot, string>,
  notChosen: "Not chosen above: nothing happens to it.",
  offer: "Nothing runs now. Press Run, or play one without end:",
  play: (name: string) => `Play ${name}`,
  history: "Pressed in this run",
  nothingPressed: "Nothing pressed yet.",
  at: (ms: number) => `at ${duration(ms)}`,
  refused: "Not done",
  foretold: (sentence: string) => `Predicted: ${sentence}`,
  away: "The server does not answer. Its door may be closed: it opens again by itself.",
};
