/**
 * Reads the roles that a model can be given. Each is a file in roles/: the first line is the title, behind
 * a `#`, and the rest is what the model is told before the message. The files are read anew each time, so
 * a new one needs no restart.
 */
import { readdir, readFile } from "node:fs/promises";
import { didYouMean } from "../../protocol/suggest.ts";
import { Problem } from "../http/problem.ts";
import { MAX_ROLES } from "../limits.ts";

export type Role = { name: string; title: string; prompt: string };

const USUAL = "plain"; // where a request names none
const SUFFIX = ".md";

export class Roles {
  readonly #folder: string;

  /** @param folder of `*.md` files */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Lists all roles by name, the usual one first. */
  async list(): Promise<Role[]> {
    const names = await this.#names();
    names.sort((a, b) => Number(b === USUAL) - Number(a === USUAL) || a.localeCompare(b));
    return Promise.all(names.slice(0, MAX_ROLES).map((name) => this.#read(name)));
  }

  /** Returns the role of that name. @throws Problem 400, with a name that is near */
  async find(name = USUAL): Promise<Role> {
    const names = await this.#names();
    if (names.includes(name)) return this.#read(name);
    const near = didYouMean(name, names);
    const instead = near === null ? `there are ${names.join(", ")}` : `did you mean "${near}"?`;
    throw new Problem(400, "no-role", `there is no role "${name}"; ${instead}`);
  }

  async #read(name: string): Promise<Role> {
    const text = await readFile(`${this.#folder}/${name}${SUFFIX}`, "utf8");
    const [, title = name] = /^#[ \t]*(.*)/.exec(text) ?? [];
    return { name, title, prompt: text.replace(/^#.*/, "").trim() };
  }

  async #names(): Promise<string[]> {
    const files = (await readdir(this.#folder)).filter((file) => file.endsWith(SUFFIX));
    return files.map((file) => file.slice(0, -SUFFIX.length));
  }
}
