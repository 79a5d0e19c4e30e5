/** Which browsers a file of specs/ runs in: as the table in README.md beside this says, which people read too. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROW = /^\| `([\w-]+)` \| (both|one) \|/gm;

/** Returns the specs that run in Chromium alone. */
export function inOneBrowser(): string[] {
  const table = readFileSync(path.join(import.meta.dirname, "README.md"), "utf8");
  const rows = new Map(Array.from(table.matchAll(ROW), ([, name = "", where]) => [name, where]));
  const specs = readdirSync(path.join(import.meta.dirname, "specs"))
    .filter((file) => file.endsWith(".spec.ts"))
    .map((file) => file.replace(".spec.ts", ""));
  for (const name of specs) {
    if (rows.has(name)) continue;
    throw new Error(
      `specs/${name}.spec.ts has no row in e2e/README.md; write | \`${name}\` | both | why | or | \`${name}\` | one | why |`,
    );
  }
  const gone = [...rows.keys()].filter((name) => !specs.includes(name));
  if (gone.length > 0) throw new Error(`e2e/README.md has rows without a spec: ${gone.join(", ")}`);
  return specs.filter((name) => rows.get(name) === "one");
}
