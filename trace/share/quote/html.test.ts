import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { hostileText } from "../../../dev/testing/hostile-text.ts";
import { html, jsonInHtml, scriptInHtml, xml } from "./html.ts";

/** The only element of a text that holds one: its attributes' values, and its text. */
function only(text: string): { values: string[]; text: string } {
  const { childNodes } = parseFragment(text);
  const [element] = childNodes;
  assert.equal(childNodes.length, 1, text);
  assert.ok(element !== undefined && "attrs" in element, text);
  return { values: element.attrs.map(({ value }) => value), text: textOf(element) };
}

function textOf({ childNodes }: DefaultTreeAdapterTypes.Element): string {
  return childNodes
    .map((node) => {
      assert.ok(node.nodeName === "#text" && "value" in node, "it holds nothing but text");
      return node.value;
    })
    .join("");
}

test("any text is that text, as an element's and as an attribute's", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const expected = text.replaceAll("\0", "\ufffd");
      for (const name of ["p", "title"]) {
        const element = `<${name} lang="${html(text)}">${html(text)}</${name}>`;
        assert.deepEqual(only(element), { values: [expected], text: expected });
      }
    }),
  );
});

test("JSON in a script element says the same", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const script = `<script type="application/json">${jsonInHtml(JSON.stringify({ [text]: text }))}</script>`;
      assert.deepEqual(JSON.parse(only(script).text), { [text]: text });
    }),
  );
});

test("a script's strings say the same, and do not end its element", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const { text: script } = only(`<script>${scriptInHtml(JSON.stringify(text))}</script>`);
      assert.equal(JSON.parse(script.replaceAll("\\x3c", "<")), text);
    }),
  );
});

test("XML gets no character that it may not hold", () => {
  assert.equal(xml("a\0\x01\ud800\ufffe<\t😀"), "a\ufffd\ufffd\ufffd\ufffd&lt;\t😀");
});
