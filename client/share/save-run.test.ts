import assert from "node:assert/strict";
import { test } from "node:test";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { htmlFile } from "./save-run.ts";

type Node = DefaultTreeAdapterMap["childNode"];

/** All that stands in a tree, in its order. */
function* below(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node;
    if ("childNodes" in node) yield* below(node.childNodes);
  }
}

test("the notices of what is in the file stand in it as they are, and are data", () => {
  const notices =
    "lit 3.3.3 (BSD-3-Clause)\n\nCopyright <dev@example.com> & others </pre><script>x()</script>";
  const nodes = [...below(parse(htmlFile("A run", "viewer()", "{}", notices)).childNodes)];
  const [pre, ...more] = nodes.filter(({ nodeName }) => nodeName === "pre");
  assert.ok(pre && "childNodes" in pre && more.length === 0);
  const [text] = pre.childNodes;
  assert.equal(text && "value" in text && text.value, notices);
  const scripts = nodes.filter(({ nodeName }) => nodeName === "script");
  assert.equal(scripts.length, 2, "the trace and the viewer");
});
