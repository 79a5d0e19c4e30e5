/** Holds the words that "Ask" shows. */
import { bytes, counted, duration } from "../../trace/en/figures.ts";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import type { AskWay } from "../playground/asking.ts";
import { MOST_READ } from "./ask-client.ts";
import type { Befell } from "./befell.ts";
import type { AskProblem } from "./request.ts";

export const askTexts = {
  title: "Ask",
  method: "method",
  url: "URL",
  hint: "/events, or paste a URL, “Copy as cURL” or “Copy as fetch”",
  ask: "Ask",
  stop: "Stop",
  client: "client",
  clients: laneTitles,
  way: "through",
  ways: {
    "compress-false": "compress: false",
    "compress-true": "compress: true",
    server: "this server",
    direct: "direct",
  } satisfies Record<AskWay, string>,
  credentials: "credentials",
  parts: (headers: number, body: number) =>
    [
      "Headers and body",
      headers > 0 ? `: ${counted(headers, "header")}` : "",
      body > 0 ? `${headers > 0 ? "," : ":"} a body of ${bytes(body)}` : "",
    ].join(""),
  headers: "Headers",
  name: "name",
  value: "value",
  headerName: (at: number) => `Name of header ${at}`,
  headerValue: (name: string) => `Value of ${name || "the header"}`,
  remove: (name: string) => `Remove ${name || "the header"}`,
  body: "Body",
  why: {
    eventSource: "An EventSource asks by GET alone, without headers of yours and without a body.",
    noTarget: "There is no target: start with `npm start -- --target http://localhost:8080`.",
    noDevServer: "No dev server of that kind answers.",
    builtPage: "This page connects to its own server alone; `npm start` asks directly.",
    relative: "A path alone is the target’s; write a full URL.",
  },
  stale:
    "The request has changed; what stands below is the one before. Nothing is sent until you press Ask.",
  filled: "The form is filled; nothing is sent yet.",
  once: "Each press of Ask sends one request.",
  forbidden: {
    title: "No page may set these",
    others:
      "Nor may it set `Cookie`, `Accept-Encoding`, `Origin`, `Host`, `Referer`, `Sec-…`: the browser sends its own.",
    left: (names: string) => `Left out: ${names}.`,
    forget: "Forget them",
    curl: "This line sends them:",
    copy: "Copy with what is hidden",
    copied: "Copied, with what is hidden here.",
    failed: "This browser did not let it be copied.",
  },
  problem: {
    "no-url": "Write what to ask for: a path of the target, such as `/events`, or a full URL.",
    "not-a-url":
      "This is no URL. Write a path, such as `/events`, or one such as `http://localhost:8080/events`.",
    "not-http": "A page asks by `http:` and `https:` alone.",
    "no-target":
      "A path is the target’s, and there is none. Write a full URL, or start with `npm start -- --target http://localhost:8080`.",
    "no-way": "No dev server of that kind answers; choose another way.",
    "bad-method": "No page may ask by this method; write another, such as `POST`.",
    "bad-header":
      "A header’s name is one word of letters, digits and `-`, and its value one line of Latin-1.",
    "body-with-get": "A `GET` has no body; choose `POST`, or empty the body.",
    "needs-fetch":
      "An EventSource asks by `GET` alone, without headers of yours and without a body; choose `fetch`.",
  } satisfies Record<AskProblem, string>,
  away: "The Node server does not answer. Is `npm start` still running?",
  befell(what: Befell, from: string, origin: string): string {
    switch (what.kind) {
      case "waits":
        if (what.ms < 1000) return "Asked; no answer yet.";
        return `Asked ${duration(Math.floor(what.ms / 1000) * 1000)} ago; ${what.left ? `a head has left \`${from}\`, and nothing has come` : "no answer yet"}. Stop ends the wait.`;
      case "blocked":
        return `Blocked before a byte was seen: \`${from}\` does not answer, or does not let this page read it. Does it run? Then answer with \`Access-Control-Allow-Origin: ${origin}\`, also to the \`OPTIONS\` before it, or start the playground with \`--target\` and ask through it.`;
      case "never-opened":
        return "The EventSource gave up before it opened, and never says why. Ask by `fetch` to see the answer.";
      case "loop":
        return `A redirect loop: it was sent on ${what.times} times, and the browser gave up. The log has each \`Location\`.`;
      case "problem":
        return `No answer of its own: ${what.detail}.`;
      case "too-much":
        return `It read ${bytes(MOST_READ)}, the most that is read of one answer, and let go.`;
      case "asks-again":
        return "An EventSource asks again by itself, after each end: that is the browser’s way. Stop ends it.";
    }
  },
};
