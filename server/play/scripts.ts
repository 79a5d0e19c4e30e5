/** The stream scripts that can be played by name: those shipped in streams/, and those left with us. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { posix, sep } from "node:path";
import { parseScript } from "../../protocol/script/parse.ts";
import { didYouMean } from "../../protocol/suggest.ts";
import { Problem } from "../http/problem.ts";
import { readIfThere, SavedScripts } from "./saved-scripts.ts";

/** `name` is "" for a script that came in a request's body. */
export type NamedScript = { name: string; text: string };

/** `title` says what the script shows, as its first line has it; `group` with which others it is taught. */
export type ScriptEntry = { name: string; group: string } & Description;

type Description = { title: string; eventTypes: string[] };

const SUFFIX = ".sse";

/** A line of it is `folder/name`: the order in which the shipped ones are taught. The others follow, by path. */
const ORDER = "order.txt";

/** Those that stand in no folder are of this group. */
const OTHERS = "Others";

export class Scripts {
  readonly #shipped: string;
  readonly #saved: string;
  readonly #kept: SavedScripts;
  /** What each shipped file says, and the text that says it. */
  readonly #known = new Map<string, { text: string; description: Description }>();

  /** @param shipped a folder of `*.sse` files, and of folders of them  @param saved a folder that may not be there yet */
  constructor(shipped: string, saved: string) {
    this.#shipped = shipped;
    this.#saved = saved;
    this.#kept = new SavedScripts(saved);
  }

  /**
   * Lists the shipped ones in the order of teaching. Files are read anew each time: drop one in and it is there.
   * Where two have one name, the first is played, and its title says so.
   */
  async list(): Promise<ScriptEntry[]> {
    const entries = Array.from(await this.#shippedPaths(), async ([name, [path = "", other]]) => {
      const text = await readFile(this.#file(this.#shipped, path), "utf8");
      const { title, eventTypes } = this.#describe(path, text);
      const twice = `This is ${path}${SUFFIX}; rename ${other}${SUFFIX}, which has the same name.`;
      return { name, group: groupOf(path), title: other ? twice : title, eventTypes };
    });
    return Promise.all(entries);
  }

  /** Returns the script of that name. @throws Problem 404 that knows names which are near */
  async read(name: string): Promise<NamedScript> {
    const shipped = await this.#shippedPaths();
    if (/^[a-z0-9-]{1,64}$/.test(name)) {
      const [path] = shipped.get(name) ?? [];
      const file = path ? this.#file(this.#shipped, path) : this.#file(this.#saved, name);
      const text = await readIfThere(file);
      if (text !== null) return { name, text };
    }
    const near = didYouMean(name, [...shipped.keys()]);
    const instead = near === null ? "`GET /api/scripts` lists them" : `did you mean "${near}"?`;
    throw new Problem(404, "no-script", `there is no script "${name}"; ${instead}`);
  }

  /**
   * Keeps a text until newer ones take its room. Returns its name, the same for the same text.
   * @throws Problem 507 where it cannot be kept
   */
  async save(text: string): Promise<string> {
    const name = createHash("sha256").update(text).digest("hex").slice(0, 32);
    await this.#kept.save(`${name}${SUFFIX}`, text);
    return name;
  }

  /** Returns each name with the paths of its files, `folder/name`, in the order of teaching. */
  async #shippedPaths(): Promise<Map<string, string[]>> {
    const files = await readdir(this.#shipped, { recursive: true });
    const scripts = files.filter((file) => file.endsWith(SUFFIX)).sort();
    const paths = scripts.map((file) => file.slice(0, -SUFFIX.length).replaceAll(sep, "/"));
    const order = await readIfThere(`${this.#shipped}/${ORDER}`);
    const listed = order?.split(/\s+/).filter((path) => paths.includes(path)) ?? [];
    return Map.groupBy(new Set([...listed, ...paths]), (path) => posix.basename(path));
  }

  /** Each page asks for the list as it opens: a script is read anew only where its file has another text. */
  #describe(path: string, text: string): Description {
    const known = this.#known.get(path);
    if (known?.text === text) return known.description;
    const parsed = parseScript(text);
    const [problem] = parsed.ok ? [] : parsed.problems;
    const description = parsed.ok
      ? { title: parsed.script.title, eventTypes: [...parsed.script.eventTypes] }
      : { title: `Line ${problem?.line}: ${problem?.message}`, eventTypes: [] };
    this.#known.set(path, { text, description });
    return description;
  }

  #file(folder: string, path: string): string {
    return `${folder}/${path}${SUFFIX}`;
  }
}

/** Returns the name of its folder as a title: the group with which it is taught. */
function groupOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === "." ? OTHERS : `${folder.charAt(0).toUpperCase()}${folder.slice(1)}`;
}
