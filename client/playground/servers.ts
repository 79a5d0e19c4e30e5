/** Says what the servers offer at present, the chosen script among it, and what is missing of it. */
import { type Clock, readClock } from "../connections/clock.ts";
import { type DevServer, readDevServers } from "../connections/dev-servers.ts";
import { devServerPorts, ownApi } from "../connections/places.ts";
import { readScript, readScripts, type Script, type ScriptEntry } from "../connections/scripts.ts";
import { type ChatSource, type Edited, type PlayedScript, playedScript } from "./played-script.ts";
import { CHAT } from "./set-up.ts";

type Player = typeof import("./live-run.ts");

/** What is missing that the page cannot do its work without. */
export type Trouble = "no-server" | "no-script" | "not-left";

/** What was found around this page: dev servers and their settings, stream scripts, and the server's clock. */
type Surroundings = {
  devServers: readonly DevServer[];
  scripts: readonly ScriptEntry[];
  clock: Clock;
};

export class Servers {
  around: Surroundings | undefined;
  /** What plays a run: a chunk of its own, since the first paint does not need it. */
  player: Player | undefined;
  /** The chosen script as it is shipped. */
  script: Script | undefined;
  trouble: Trouble | undefined;
  #chosen = "";

  /**
   * Asks the servers anew, and for the script of that name where it is not known yet. Never rejects:
   * `trouble` tells.
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

  /** Makes the script, or what somebody made of it, ready to be played; `undefined` where it cannot be. */
  async played(
    edited: Edited | undefined,
    loadChat: () => Promise<ChatSource>,
  ): Promise<PlayedScript | undefined> {
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

/** Asks all of them. Rejects when the Node server does not answer; dev servers that don't are left out. */
async function lookAround(): Promise<Surroundings> {
  const [devServers, scripts, clock] = await Promise.all([
    readDevServers(devServerPorts),
    readScripts(ownApi),
    readClock(ownApi),
  ]);
  return { devServers, scripts, clock };
}
