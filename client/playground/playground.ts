/**
 * The page's one state: what is chosen, what runs, what ran before. Elements read it and call its
 * methods; it knows nothing of them. What happened in a run is in the run's trace, not here.
 */

import type { Run } from "../../trace/run.ts";
import { verdict } from "../../trace/verdict.ts";
import { type Clock, readClock } from "../connections/clock.ts";
import { type DevServer, readDevServers, watchDevServers } from "../connections/dev-servers.ts";
import { apiAt, devServerPorts, ownPort } from "../connections/places.ts";
import {
  leaveScript,
  readScript,
  readScripts,
  type Script,
  type ScriptEntry,
} from "../connections/scripts.ts";
import { browserName } from "./browser.ts";
import { beginRun, type LiveRun, type PlayedScript } from "./live-run.ts";
import { recall, remember } from "./memory.ts";
import { firstSwitches, pathUnder, reachable, type Switches } from "./settings.ts";

/** While a run goes on the page is drawn anew this often, for the figures that grow by time alone. ms */
const HEARTBEAT = 100;

/** What the page cannot do its work without, and what is missing of it. */
export type Trouble = "no-server" | "no-script";

/** What somebody made of a script. `faulty`: it has errors and cannot be played. */
export type Edited = { text: string; eventTypes: readonly string[]; faulty: boolean };

const FIRST_SCRIPT = "five-ticks";

export class Playground extends EventTarget {
  scripts: readonly ScriptEntry[] = [];
  scriptName = FIRST_SCRIPT;
  /** The chosen script as it is shipped. */
  script: Script | undefined;
  edited: Edited | undefined;
  switches: Switches = firstSwitches;
  devServers: readonly DevServer[] = [];
  current: LiveRun | undefined;
  /** The run before the current one, if it was of the same script: a flip of a switch is a comparison. */
  before: Run | undefined;
  trouble: Trouble | undefined;
  /** Ends the first visit's run on what to do next: only the `compress` control is pointed at. */
  suggestsCompress = false;

  #clock: Clock | undefined;
  #frame = 0;
  #heartbeat: ReturnType<typeof setInterval> | undefined;

  /** Reads what there is to choose from, and plays by itself on a first visit. */
  async start(): Promise<void> {
    await this.readServers();
    watchDevServers(() => void this.readServers());
    if (this.trouble === undefined && recall("visited") === undefined) {
      await this.run();
      this.suggestsCompress = this.devServers.length > 0;
    }
  }

  /** Asks the servers anew: after a start, a restart, or an edited webpack.config.ts. */
  async readServers(): Promise<void> {
    try {
      [this.devServers, this.scripts, this.#clock] = await Promise.all([
        readDevServers(devServerPorts),
        readScripts(apiAt(ownPort())),
        readClock(apiAt(ownPort())),
      ]);
      this.trouble = undefined;
      this.switches = reachable(this.switches, this.devServers);
      if (this.script?.name !== this.scriptName) await this.#readScript();
    } catch {
      this.trouble = "no-server";
    }
    this.#changed();
  }

  /** Plays the chosen script in a new trace; the run before it becomes the *before* row. */
  async run(): Promise<void> {
    remember("visited", "yes");
    this.suggestsCompress = false;
    this.stop();
    await this.readServers();
    const path = pathUnder(this.switches, this.devServers);
    const script = await this.#played();
    if (this.trouble || !path || !script || !this.#clock) return;
    const last = this.current?.run;
    this.before = last?.setup.script.text === script.text ? last : undefined;
    this.current = beginRun(
      {
        script,
        path,
        noTransform: this.switches.noTransform,
        lanes: ["eventsource", "fetch"],
        browser: browserName(),
        clock: this.#clock,
      },
      () => this.#changed(),
    );
    this.#beat();
    this.#changed();
  }

  /** Closes what is open; what was seen so far stays. */
  stop(): void {
    this.current?.stop();
    this.#changed();
  }

  /** Takes another of the shipped scripts, and plays it. */
  choose(scriptName: string): void {
    this.stop();
    this.scriptName = scriptName;
    this.edited = undefined;
    void this.run();
  }

  /** Plays this from now on in place of the shipped text; `undefined`: the shipped text again. */
  edit(edited: Edited | undefined): void {
    this.edited = edited;
    this.#changed();
  }

  /** Moves one switch; what has been run is played again. */
  turn(change: Partial<Switches>): void {
    this.switches = { ...this.switches, ...change };
    this.suggestsCompress = false;
    if (this.current !== undefined) void this.run();
    else this.#changed();
  }

  /** The server's view of the run as a whole. */
  get verdict() {
    return this.current && verdict(this.current.run);
  }

  /** What Run plays now. An edited text is first left with the server, for the EventSource lane. */
  async #played(): Promise<PlayedScript | undefined> {
    const { script, edited, scriptName } = this;
    if (edited?.faulty) return undefined;
    if (edited !== undefined) {
      const { text, eventTypes } = edited;
      return {
        name: scriptName,
        text,
        left: await leaveScript(apiAt(ownPort()), text),
        eventTypes,
      };
    }
    if (script === undefined) return undefined;
    const entry = this.scripts.find(({ name }) => name === scriptName);
    return { ...script, left: undefined, eventTypes: entry?.eventTypes ?? [] };
  }

  async #readScript(): Promise<void> {
    const name = this.scriptName;
    try {
      const script = await readScript(apiAt(ownPort()), name);
      if (name === this.scriptName) this.script = script;
    } catch {
      this.trouble = "no-script";
    }
  }

  #beat(): void {
    clearInterval(this.#heartbeat);
    this.#heartbeat = setInterval(() => {
      this.#changed();
      if (!this.current?.isGoing) clearInterval(this.#heartbeat);
    }, HEARTBEAT);
  }

  /** Tells everybody, at most once a frame: a thousand records are one drawing. */
  #changed(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.dispatchEvent(new Event("change"));
    });
  }
}

/** The one playground of this page. */
export const playground = new Playground();
