/** Holds the words of the page as a whole: what is missing, and what was opened. */
export const appTexts = {
  lanes: "Lanes",
  borders: {
    script: "Width of the script",
    lane: "Width of the EventSource lane",
    log: "Height of the log",
  },
  late: {
    parts: {
      timeline: "The timeline",
      script: "The script panel",
      log: "The protocol log",
      splitters: "What moves the parts’ borders",
      streams: "The list of streams",
      keys: "The sheet of keys",
      step: "The parser view",
      breakIt: "Break it",
      share: "The menu Share",
      browser: "The view “This browser”",
      yourStream: "Your stream",
      chat: "The chat",
      lesson: "The lesson",
      lessons: "The list of lessons",
    },
    loading: (part: string) => `${part} is loading …`,
    missing: (part: string) => `${part} could not be loaded.`,
    again: "Try again",
  },
  opened: {
    opening: "The file is being opened:",
    file: (file: string) => (file === "" ? "A run" : `Opened: *${file}*`),
    when: (recorded: string, browser: string) => `recorded ${recorded} in ${browser}.`,
    leave: (stream: string | null) => `Run plays ${stream ?? "the same"} here, and leaves it.`,
  },
  stale: {
    changed: "Script changed.",
    run: "Run",
    runIt: "Run the changed script",
    keys: "Ctrl+Enter",
  },
  trouble: {
    "no-server":
      "The Node server does not answer. Is `npm start` still running? Press Run to try again.",
    "no-script": "The server has no stream script of that name any more. Pick another one.",
    "not-left":
      "The server did not take the edited script, which the EventSource lane needs. Is `npm start` still running?",
  },
};
