/** Says what the servers offer at present, the chosen script among it, and what is missing of it. */
import { type Clock, readClock } from "../connections/clock.ts";
import { type DevServer, readDevServers } from "../connections/dev-servers.ts";
import { devServerPorts, ownApi } from "../connections/places.ts";
import { readScript, readScripts, type Script, type ScriptEntry } from "../connections/scripts.ts";
import { type ChatSource, type Edited, playedScript } from "./played-script.ts";
import { CHAT } from "./set-up.ts";

type Player = typeof import("./live-run.ts");

/** The page cannot do its work without it. */
export type Trouble = "no-server" | "no-script" | "not-left";

type Surroundings = {
  devServers: readonly DevServer[];
  scripts: readonly ScriptEntry[];
  clock: Clock;
};

export class Servers {
  around: Surroundings | undefined;
  /** It is a chunk of its own, since the first paint does not need it. */
  player: Player | undefined;
  script: Script | undefined;
  trouble: Trouble | undefined;
  #chosen = "";

  /**
   * `trouble` tells of failures: it never rejects.
   * @param brought what is played in place of the shipped text
   * @returns the script, if it has just been read and no other was asked for meanwhile
   */
  async read(name: string, brought: Edited | undefined): Promise<Script | undefined> {
    this.#chosen = name;
    try {
      [this.around, this.player] = await Promise.all([lookAround(), import("./live-run.ts")]);
      this.trouble = undefined;
    } catch {
      this.trouble = "no-server";
      return undefined;
    }
    if (this.script?.name === name || this.#chosen !== name) return undefined;
    try {
      const script = name === CHAT ? { name, text: "" } : await readScript(ownApi, name);
      if (this.#chosen !== name) return undefined;
      this.script = script;
      return script;
    } catch {
      // Somebody brought the text along: this server need not know its name.
      if (brought === undefined) this.trouble = "no-script";
      else this.script = { name, text: brought.text };
      return undefined;
    }
  }

  /** Returns `undefined` where it cannot be played. */
  async played(edited: Edited | undefined, loadChat: () => Promise<ChatSource>) {
    if (this.script === undefined || edited?.faulty) return undefined;
    if (this.script.name === CHAT) return (await loadChat()).played();
    try {
      return await playedScript(this.script, edited, this.around?.scripts ?? []);
    } catch {
      this.trouble = "not-left";
      return undefined;
    }
  }
}

/** Rejects when the Node server does not answer; dev servers that don't are left out. */
async function lookAround(): Promise<Surroundings> {
  const [devServers, scripts, clock] = await Promise.all([
    readDevServers(devServerPorts),
    readScripts(ownApi),
    readClock(ownApi),
  ]);
  return { devServers, scripts, clock };
}
