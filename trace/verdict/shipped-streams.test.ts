/** What the verdict says of each shipped stream where nothing goes wrong: its lesson, in the headline or the sentence behind it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readStream, streamNames } from "../../dev/testing/shipped-streams.ts";
import { verdictSentences } from "../en/verdict.ts";
import { runOf } from "../testing/staged.ts";
import { runOfScript } from "../testing/staged-script.ts";
import { verdict } from "./verdict.ts";

const lessons: Readonly<Record<string, [headline: string, sentence: RegExp]>> = {
  "block-without-data": ["One event", /without `data` dispatched nothing/],
  bom: ["Two events", /byte order mark .* taken off/],
  "chinese-and-emoji": ["Live", /^Two events/],
  "chunk-inside-character": ["Three events", /writes: only a blank line dispatches/],
  "chunk-inside-event": ["Two events", /twelve writes: only a blank line dispatches/],
  comments: ["Two events", /^Four comments dispatched nothing/],
  cr: ["Three events", /ended in CR,/],
  crlf: ["Three events", /ended in CR LF,/],
  "custom-event": ["Live", /^Seven events/],
  "cut-once": ["Live", /^Two events/],
  "drop-and-resume": ["Did not come back", /cut the connection after two events.* missed two/],
  "endless-ticker": ["Live", /^31/],
  "ends-and-comes-back": ["Came back, lost nothing", /two events in two attempts/],
  "encoded-name": ["Two events", /several `data` lines, joined by line feeds/],
  "event-in-four-writes": ["Two events", /eight writes: only a blank line dispatches/],
  "event-named-error": ["Two events", /type `error` comes from the server/],
  "every-field": ["One event", /One comment dispatched nothing/],
  "fields-glued": ["Two events", /One block without `data` dispatched nothing/],
  "five-ticks": ["Live", /^Five events/],
  hello: ["Live", /^Two events/],
  "id-reset": ["Three events", /reset the last event ID; event by event it was `7`, `7`, empty/],
  "id-without-data": ["One event", /without `data` dispatched nothing/],
  "invalid-bytes": ["Two events", /became U\+FFFD/],
  "json-body": ["No event", /no block had a `data` line/],
  "last-block-open": ["One event", /no blank line, so it was thrown away/],
  "misspelt-fields": ["One event", /no such field: `Data`, `date`, `data␣`/],
  "multi-line-data": ["Two events", /several `data` lines, joined by line feeds/],
  "no-content": ["No stream", /tells the browser to stop reconnecting/],
  "one-space": ["Live", /^Four events/],
  "pasted-name": ["Live", /^Three events/],
  "pasted-type": ["One event", /several `data` lines, joined by line feeds/],
  "retry-not-a-number": ["Three events", /Two `retry` lines were ignored/],
  "retry-once": ["Came back, lost nothing", /two events in two attempts/],
  "retry-zero": ["Came back, lost nothing", /three events in three attempts/],
  "server-error": ["No stream", /500/],
  silence: ["Live", /written over 2/],
  "silence-with-heartbeat": ["Live", /written over 2/],
  "ten-messages": ["Live", /as far apart/],
  "ten-thousand": ["Can’t tell", /too close together/],
  ticker: ["Live", /as far apart/],
  tokens: ["Live", /^Five events/],
  "tokens-without-data": ["One event", /no such field: `Server`, `-sent`, `␣events`/],
  typewriter: ["Live", /^Six events/],
  "typewriter-cut": ["Did not come back", /cut the connection after three events.* missed three/],
  "unnamed-and-named": ["Six events", /need listeners of their own: `named`/],
  "wrong-content-type": ["No stream", /`application\/json`/],
};

for (const name of streamNames) {
  const [says, why] = lessons[name] ?? ["a row above", /./];
  test(`${name}: ${says}`, () => {
    const text = readStream(name);
    const { headline } = verdict(runOf(runOfScript(text), { script: { name, text } }));
    const plain = (sentence: string) => sentence.replaceAll("\u00a0", " ");
    assert.equal(plain(verdictSentences.headline(headline)), says);
    assert.match(plain(verdictSentences.measured(headline)), why);
  });
}

test("a block that a cut left without its blank line is not called forgotten", () => {
  const { headline } = verdict(
    runOf(runOfScript("data: a\n\n@wait 9ms\ndata: c\n@drop\n@attempt 2+\n@status 204\n")),
  );
  assert.match(verdictSentences.measured(headline), /^The connection was cut inside a block/);
});
