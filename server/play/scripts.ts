/** The stream scripts that can be played by name: those shipped in streams/, and those left with us. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { parseScript } from "../../protocol/script/parse.ts";
import { didYouMean } from "../../protocol/suggest.ts";
import { Problem } from "../http/problem.ts";
import { readIfThere, SavedScripts } from "./saved-scripts.ts";
import { inOrder } from "./script-order.ts";

/** `name` is "" for a script that came in a request's body. */
export type NamedScript = { name: string; text: string };

/** `title`: what the script's first line says that it shows. `group`: with which others it is taught. */
export type ScriptEntry = { name: string; group: string; title: string; eventTypes: string[] };

const SUFFIX = ".sse";

/** In which order the shipped ones are taught, in their folder. */
const ORDER = "order.txt";

export class Scripts {
  readonly #shipped: string;
  readonly #saved: string;
  readonly #kept: SavedScripts;

  /** @param shipped a folder of `*.sse` files  @param saved a folder that may not be there yet */
  constructor(shipped: string, saved: string) {
    this.#shipped = shipped;
    this.#saved = saved;
    this.#kept = new SavedScripts(saved);
  }

  /** The shipped ones in the order of teaching. Files are read anew each time: drop one in and it is there. */
  async list(): Promise<ScriptEntry[]> {
    const order = await readIfThere(`${this.#shipped}/${ORDER}`);
    const entries = inOrder(await namesIn(this.#shipped), order ?? "").map(async (placed) => {
      const { name, group } = placed;
      const parsed = parseScript(await readFile(this.#file(this.#shipped, name), "utf8"));
      if (parsed.ok) {
        const { title, eventTypes } = parsed.script;
        return { name, group, title, eventTypes: [...eventTypes] };
      }
      const [problem] = parsed.problems;
      const title = `Line ${problem?.line}: ${problem?.message}`;
      return { name, group, title, eventTypes: [] };
    });
    return Promise.all(entries);
  }

  /**
   * The script of that name.
   * @throws Problem 404 that knows names which are near
   */
  async read(name: string): Promise<NamedScript> {
    if (/^[a-z0-9-]{1,64}$/.test(name)) {
      for (const folder of [this.#shipped, this.#saved]) {
        const text = await readIfThere(this.#file(folder, name));
        if (text !== null) return { name, text };
      }
    }
    const near = didYouMean(name, await namesIn(this.#shipped));
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

  #file(folder: string, name: string): string {
    return `${folder}/${name}${SUFFIX}`;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(SUFFIX));
  return files.map((file) => file.slice(0, -SUFFIX.length)).sort();
}
