/**
 * The folder of the scripts that are left with us: bounded, and each file there whole or not at all. A
 * disk that is full costs the oldest ones, and leaves nothing half-written behind.
 */
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { Problem } from "../http/problem.ts";
import { MAX_SAVED_SCRIPTS } from "../limits.ts";

/** Writes a file; tests put a full disk in its place. */
type Write = (file: string, text: string) => Promise<void>;

/** `bytes`: what it takes on the disk. */
type SavedFile = { file: string; at: number; bytes: number };

export class SavedScripts {
  readonly #folder: string;
  readonly #write: Write;

  /** @param folder may not be there yet */
  constructor(folder: string, write: Write = writeFile) {
    this.#folder = folder;
    this.#write = write;
  }

  /**
   * Keeps a text under the file's name until newer ones take its room.
   * @throws Problem 507 where the disk has no room even then, or there can be no such folder
   */
  async save(file: string, text: string): Promise<void> {
    try {
      await mkdir(this.#folder, { recursive: true });
      await this.#saveOrMakeRoom(`${this.#folder}/${file}`, text);
      await this.#removeBeyond(MAX_SAVED_SCRIPTS);
    } catch (error) {
      throw asProblem(error) ?? error;
    }
  }

  async #saveOrMakeRoom(file: string, text: string): Promise<void> {
    try {
      await this.#saveWhole(file, text);
    } catch (error) {
      if (!isFull(error)) throw error;
      await this.#removeOldest(Buffer.byteLength(text));
      await this.#saveWhole(file, text);
    }
  }

  /** Saves it whole or not at all: nobody reads half a script, even after a power cut. */
  async #saveWhole(file: string, text: string): Promise<void> {
    const draft = `${file}.${randomUUID()}`;
    try {
      await this.#write(draft, text);
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async #removeBeyond(most: number): Promise<void> {
    const names = await readdir(this.#folder);
    if (names.length <= most) return;
    for (const { file } of (await this.#oldestFirst()).slice(0, -most)) await remove(file);
  }

  /** Removes as many as give back so much room, and one at least. */
  async #removeOldest(bytes: number): Promise<void> {
    let given = 0;
    for (const saved of await this.#oldestFirst()) {
      await remove(saved.file);
      given += saved.bytes;
      if (given > bytes) return;
    }
  }

  /** Drafts too, which a killed server may have left. */
  async #oldestFirst(): Promise<SavedFile[]> {
    const files = (await readdir(this.#folder)).map((name) => `${this.#folder}/${name}`);
    const dated = await Promise.all(files.map(dateOf));
    return dated.sort((a, b) => a.at - b.at);
  }
}

/** Returns the text of a file; null where there is none. */
export async function readIfThere(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch((error: unknown) => {
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error))) return null;
    throw error;
  });
}

const remove = (file: string) => rm(file, { force: true });

/** Says when a file was written, in epoch ms; 0 where another request has just removed it. */
async function dateOf(file: string): Promise<SavedFile> {
  const stats = await stat(file).catch(() => null);
  return { file, at: stats?.mtimeMs ?? 0, bytes: (stats?.blocks ?? 0) * BLOCK };
}

const BLOCK = 512; // bytes that `blocks` counts, whatever the disk's own are

const FULL = ["ENOSPC", "EDQUOT", "EFBIG"];

const isFull = (error: unknown): boolean => FULL.includes(codeOf(error));

/** Why nothing can be kept, for whoever can mend it; undefined for what nobody foresaw. */
function asProblem(error: unknown): Problem | undefined {
  const code = codeOf(error);
  const reason = isFull(error)
    ? "the disk is full, and dropping the oldest made no room; free some of it"
    : reasons[code];
  if (reason === undefined) return undefined;
  return new Problem(
    507,
    "not-kept",
    `the script is not kept (${code}): ${reason}, or use \`POST /api/sse\``,
  );
}

const noFolder = "a file is where its folder should be; move that away";
const reasons: Readonly<Record<string, string>> = {
  EEXIST: noFolder,
  ENOTDIR: noFolder,
  EACCES: "its folder is not for this server to write in; allow it",
  EPERM: "its folder is not for this server to write in; allow it",
  EROFS: "its disk can only be read; make it writable",
};

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}
