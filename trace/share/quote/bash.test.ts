import assert from "node:assert/strict";
import { test } from "node:test";
import { execa } from "execa";
import fc from "fast-check";
import { hostileText, hostileTexts, oneBatch } from "../../../dev/testing/hostile-text.ts";
import { bash } from "./bash.ts";

for (const locale of ["C", "C.UTF-8"]) {
  test(`any text is one word of bash, and that text: in the locale ${locale}`, async () => {
    await fc.assert(
      fc.asyncProperty(hostileTexts, async (texts) => {
        const { stdout } = await execa("bash", ["-s"], {
          input: `printf '%s\\0' ${texts.map(bash).join(" ")}`,
          env: { LC_ALL: locale },
          stripFinalNewline: false,
        });
        const words = stdout.split("\0").slice(0, -1);
        assert.deepEqual(
          words,
          texts.map((text) => text.replaceAll("\0", "\ufffd")),
        );
      }),
      oneBatch,
    );
  });
}

test("nothing of it is a key to the terminal that it is pasted into", () => {
  fc.assert(
    fc.property(hostileText, (text) =>
      assert.doesNotMatch(bash(text), /[^\n\P{Cc}]|[\u2028\u202e]/u),
    ),
  );
});
