/**
 * The roles that a model can be given, a file each in roles/: the first line is the title, behind a `#`;
 * the rest is what the model is told ahead of the message. Read anew each time: drop one in and it is there.
 */
import { readdir, readFile } from "node:fs/promises";
import { didYouMean } from "../../protocol/suggest.ts";
import { Problem } from "../http/problem.ts";
import { MAX_ROLES } from "../limits.ts";

export type Role = { name: string; title: string; prompt: string };

/** For who names none. */
const USUAL = "plain";
const SUFFIX = ".md";

export class Roles {
  readonly #folder: string;

  /** @param folder of `*.md` files */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** By name, the usual one first. */
  async list(): Promise<Role[]> {
    const names = await this.#names();
    names.sort((a, b) => Number(b === USUAL) - Number(a === USUAL) || a.localeCompare(b));
    return Promise.all(names.slice(0, MAX_ROLES).map((name) => this.#read(name)));
  }

  /**
   * The role of that name.
   * @throws Problem 400 that knows names which are near
   */
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
