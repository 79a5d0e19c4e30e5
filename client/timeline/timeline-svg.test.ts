import assert from "node:assert/strict";
import { test } from "node:test";
import { timelineSvg } from "./timeline-svg.ts";

const picture = timelineSvg({
  title: "a <b> & c · Live",
  drawing: '<svg><!--?lit$1--><path class="rail"/><!----></svg>',
  width: 100,
  height: 50,
  fontSize: "12px",
  css: ".rail { stroke: var(--rule); font: 1em var(--font-wire); }",
  token: (name) =>
    ({ "--rule": " #dcd9d1", "--font-wire": 'Menlo, "DejaVu Sans Mono"' })[name] ?? "",
});

test("the file holds its colours and fonts, not the names of the page's", () => {
  assert.match(picture, /stroke: #dcd9d1; font: 1em Menlo, "DejaVu Sans Mono";/);
  assert.doesNotMatch(picture, /var\(|<!--/);
});

test("a stream's name is text in it, never markup", () => {
  assert.match(picture, /<title>a &lt;b&gt; &amp; c · Live<\/title>/);
});
