/** Says what the documents name is there: files, folders and npm scripts. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

const root = path.join(import.meta.dirname, "..");
const folders =
  "protocol|trace|lessons|server|client|probe|dev|e2e|bench|streams|roles|docs|examples";
/** A run makes it, or it is an example of a name. */
const notThere = new Set([
  "streams/group/name.sse",
  "roles/name.md",
  "lessons/NN-name.ts",
  "examples/name/",
]);

for await (const file of glob(["*.md", "{docs,bench,e2e}/*.md", "examples/{,*/}*.md"], {
  cwd: root,
})) {
  if (file === "CHANGELOG.md") continue; // it tells what was
  test(`${file} names what is there`, async () => {
    const text = await readFile(path.join(root, file), "utf8");
    const missing: string[] = [];
    const scripts = await scriptsFor(file);
    for (const [, name = ""] of text.matchAll(RegExp(`\`((?:${folders})/[^\\s\`{}:…]*)\``, "g"))) {
      const [found] = await Array.fromAsync(glob(name, { cwd: root }));
      if (found === undefined && !notThere.has(name)) missing.push(name);
    }
    for (const { name, anchor, target } of linksOf(file, text)) {
      if (!existsSync(target)) missing.push(name);
      else if (anchor !== "" && !(await anchorsOf(target)).has(anchor)) missing.push(`#${anchor}`);
    }
    for (const [said, name = ""] of text.matchAll(/npm run ([\w:-]+)/g)) {
      if (!(name in scripts)) missing.push(said);
    }
    assert.deepEqual(missing, []);
  });
}

/** An example has scripts of its own. */
async function scriptsFor(file: string): Promise<object> {
  const own = path.join(root, path.dirname(file), "package.json");
  const { scripts } = JSON.parse(
    await readFile(existsSync(own) ? own : `${root}/package.json`, "utf8"),
  );
  return scripts;
}

test("each answer of the workshop says what stands where it points", async () => {
  const file = "docs/workshop.md";
  const text = await readFile(path.join(root, file), "utf8");
  const [, questions = ""] = /^## Questions\n(.*?)^## /ms.exec(text) ?? [];
  const rows = questions.split("\n").filter((line) => line.startsWith("| "));
  assert.ok(rows.length > 10);
  for (const row of rows.slice(2)) {
    const where = row.split(" | ").at(-1) ?? "";
    if (where.startsWith("[the standard](https://html.spec.whatwg.org/")) continue;
    const [link] = linksOf(file, where);
    const [, quoted = ""] = /: "(.+)" \|$/.exec(where) ?? [];
    assert.ok(link && quoted !== "", row);
    assert.ok(
      (await readFile(link.target, "utf8")).includes(quoted),
      `${link.name} has: ${quoted}`,
    );
  }
});

test("each lesson that the workshop's route names is there", async () => {
  const text = await readFile(`${root}/docs/workshop.md`, "utf8");
  const [, route = ""] = /^## The route\n(.*?)^## /ms.exec(text) ?? [];
  const named = [...route.matchAll(/^\|.*\| "([^"|]+)"[^|]*\|$/gm)].map(([, title = ""]) => title);
  assert.ok(named.length >= 6);
  const titles = new Set<string>();
  for await (const file of glob("lessons/[0-9]*.ts", { cwd: root })) {
    const [, title = ""] =
      /^ {2}title: "(.+)",$/m.exec(await readFile(`${root}/${file}`, "utf8")) ?? [];
    titles.add(title);
  }
  const unknown = named.filter((title) => !titles.has(title));
  assert.deepEqual(unknown, []);
});

type Link = { name: string; anchor: string; target: string };

function linksOf(file: string, text: string): Link[] {
  return [...text.matchAll(/\]\(([^)#:]*)(?:#([^)]*))?\)/g)].map(([, name = "", anchor = ""]) => ({
    name,
    anchor,
    target: path.join(root, name === "" ? file : `${path.dirname(file)}/${name}`),
  }));
}

/** Returns the anchors that GitHub makes of headings. */
async function anchorsOf(file: string): Promise<Set<string>> {
  const headings = (await readFile(file, "utf8")).matchAll(/^#+ (.+)$/gm);
  return new Set(
    Array.from(headings, ([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}
