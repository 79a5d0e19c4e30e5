import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { nodeFlags } from "../server/node-flags.ts";

const root = `${import.meta.dirname}/..`;
const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  await readFile(`${root}/package.json`, "utf8"),
);

for (const [name, script] of Object.entries(scripts)) {
  test(`\`npm run ${name}\` says the same to each system's shell`, () => {
    assert.doesNotMatch(script, /['$;|<>`\\^%]|(?<!&)&(?!&)/, "what shells read differently");
    for (const command of script.split(" && ")) {
      const [program = "", ...words] = command.split(" ");
      if (program === "npm") {
        const [run, other = ""] = words;
        assert.ok(run === "run" && other in scripts, `${command}: is there such a script?`);
        continue;
      }
      // A shell's own word, such as `exec` or `NAME=value`, is no program of ours.
      assert.ok(existsSync(`${root}/node_modules/.bin/${program}`), `${program} is a package's`);
      for (const file of words.filter((word) => /^[\w./-]+\.(ts|js)$/.test(word))) {
        assert.ok(existsSync(`${root}/${file}`), `${file} is there`);
      }
    }
  });
}

test("`npm run serve` starts the server as `npm start` does", () => {
  assert.ok(scripts["serve"]?.startsWith(`node ${nodeFlags.join(" ")} `), scripts["serve"]);
});
