/**
 * The page's one state: what is chosen, what runs, what ran before. Elements read it and call its
 * methods; it knows nothing of them. What happened in a run is in the run's trace, not here.
 */
import type { LaneName, Path } from "../../trace/records.ts";
import type { Depth } from "../../trace/row.ts";
import type { Run } from "../../trace/run.ts";
import { verdict } from "../../trace/verdict.ts";
import { now } from "../connections/clock.ts";
import { type DevServer, watchDevServers } from "../connections/dev-servers.ts";
import { readScript, type Script, type ScriptEntry } from "../connections/scripts.ts";
import { browserName } from "./browser.ts";
import { beginRun, type LiveRun } from "./live-run.ts";
import { recall, remember } from "./memory.ts";
import { type Edited, type PlayedScript, playedScript } from "./played-script.ts";
import { firstSetUp, type SetUp, type Switches } from "./set-up.ts";
import { bothPaths, pathUnder, reachable } from "./settings.ts";
import { lookAround, ownApi, type Surroundings } from "./surroundings.ts";

/** While a run goes on the page is drawn anew this often, for the figures that grow by time alone. ms */
const HEARTBEAT = 100;

/** What the page cannot do its work without, and what is missing of it. */
export type Trouble = "no-server" | "no-script" | "not-left";

const BOTH_LANES: readonly LaneName[] = ["eventsource", "fetch"];

export class Playground extends EventTarget {
  scriptName = firstSetUp.scriptName;
  /** The chosen script as it is shipped. */
  script: Script | undefined;
  edited: Edited | undefined;
  switches: Switches = firstSetUp.switches;
  /** Of the protocol log. */
  depth: Depth = firstSetUp.depth;
  /** Lanes that send cookies to another origin too. */
  credentials: Readonly<Record<LaneName, boolean>> = { eventsource: false, fetch: false };
  /** What was begun together: one run, or one per path where they go side by side. */
  runs: readonly LiveRun[] = [];
  /** Which of the runs the lanes and the log show. */
  shown = 0;
  /** The run before the current one, if it was of the same script: a flip of a switch is a comparison. */
  before: Run | undefined;
  trouble: Trouble | undefined;
  /** Why a link or a file that was handed in could not be taken, in a sentence. */
  refused: string | undefined;
  /** The file that the shown run is out of. */
  opened: string | undefined;
  /** A page that holds one recorded run, and has no server to play another. */
  isViewer = false;
  /** Points at the `compress` control and nothing else: how the first visit's run ends. */
  suggestsCompress = false;

  #around: Surroundings | undefined;
  #beginning = 0; // counts what was asked for, so that only the latest begins
  #isFirstVisit = recall("visited") === undefined;
  #frame = 0;
  #heartbeat: ReturnType<typeof setInterval> | undefined;

  get scripts(): readonly ScriptEntry[] {
    return this.#around?.scripts ?? [];
  }

  get devServers(): readonly DevServer[] {
    return this.#around?.devServers ?? [];
  }

  get current(): LiveRun | undefined {
    return this.runs[this.shown];
  }

  get isGoing(): boolean {
    return this.runs.some((run) => run.isGoing);
  }

  get isConnected(): boolean {
    return this.runs.some((run) => run.isConnected);
  }

  get canGoSideBySide(): boolean {
    return bothPaths(this.devServers).length > 1;
  }

  /** Reads what there is to choose from, and plays by itself on a first visit. */
  async start(): Promise<void> {
    await this.readServers();
    watchDevServers(() => void this.readServers());
    if (this.#isFirstVisit && this.trouble === undefined) await this.run();
  }

  /** Asks the servers anew: after a start, a restart, or an edited webpack.config.ts. */
  async readServers(): Promise<void> {
    try {
      this.#around = await lookAround();
      this.trouble = undefined;
      this.switches = reachable(this.switches, this.devServers);
      if (this.script?.name !== this.scriptName) await this.#readScript();
    } catch {
      this.trouble = "no-server";
    }
    this.#changed();
  }

  /** Plays the chosen script in a new trace; the run before it becomes the *before* row. */
  async run(lanes = BOTH_LANES): Promise<void> {
    await this.#begin(lanes, () => {
      const path = pathUnder(this.switches, this.devServers);
      return path === undefined ? [] : [path];
    });
  }

  /** Plays it through both dev servers at once, in a trace each, on one time axis. */
  async sideBySide(): Promise<void> {
    await this.#begin(BOTH_LANES, () => bothPaths(this.devServers));
  }

  /** Closes what is open; what was seen so far stays. */
  stop(): void {
    this.#beginning++;
    for (const run of this.runs) run.stop();
    this.#changed();
  }

  /** Whether one lane is connected in what runs. */
  isLaneConnected(lane: LaneName): boolean {
    return this.runs.some((run) => run.isConnected && run.run.lane(lane).isConnected);
  }

  /** Disconnects one lane of what runs, or connects it alone, in a new trace. */
  toggle(lane: LaneName): void {
    if (!this.isLaneConnected(lane)) void this.run([lane]);
    else for (const run of this.runs) run.disconnect(lane);
  }

  /** Takes another of the shipped scripts, and plays it. */
  async choose(scriptName: string): Promise<void> {
    this.scriptName = scriptName;
    this.edited = undefined;
    await this.run();
  }

  /** Takes the script that stands `by` places further in the list, round and round. */
  chooseNext(by: 1 | -1): void {
    const { scripts } = this;
    const at = scripts.findIndex(({ name }) => name === this.scriptName);
    const next = scripts[(at + by + scripts.length) % scripts.length];
    if (next !== undefined) void this.choose(next.name);
  }

  /** Plays this from now on in place of the shipped text; `undefined`: the shipped text again. */
  edit(edited: Edited | undefined): void {
    if (this.script?.name !== this.scriptName) return; // another one was just chosen
    this.edited = edited;
    this.#changed();
  }

  /** Moves one switch; what has been run is played again. */
  turn(change: Partial<Switches>): void {
    this.switches = { ...this.switches, ...change };
    this.suggestsCompress = false;
    if (this.runs.length > 0) void this.run();
    else this.#changed();
  }

  /** Takes what a link says; nothing begins by it. */
  setUp(
    { scriptName, switches, depth }: Pick<SetUp, "scriptName" | "switches" | "depth">,
    edited: Edited | undefined,
  ): void {
    const isShipped = this.script?.name === scriptName && this.script.text === edited?.text;
    this.scriptName = scriptName;
    this.edited = isShipped ? undefined : edited;
    this.switches = switches;
    this.depth = depth;
    this.refused = undefined;
    // Before the first look around there is nothing to read it from, nor a server to ask.
    if (this.#around !== undefined) void this.readServers();
    this.#changed();
  }

  /** Shows a run out of a file, set up as it was; Run plays its script here. */
  open(opened: LiveRun, file: string, edited: Edited | undefined): void {
    this.stop();
    this.#isFirstVisit = false;
    const { script, path, noTransform } = opened.run.setup;
    const { compress } = path.proxy ? path : this.switches;
    this.runs = [opened];
    this.shown = 0;
    this.before = undefined;
    this.opened = file;
    this.suggestsCompress = false;
    if (this.#around === undefined) this.script = script;
    const switches = { noTransform, proxy: path.proxy, compress };
    this.setUp({ scriptName: script.name, switches, depth: this.depth }, edited);
  }

  /** Tells that something that was handed in could not be taken. */
  refuse(why: string): void {
    this.refused = why;
    this.#changed();
  }

  /** Shows the log at another depth. */
  look(depth: Depth): void {
    this.depth = depth;
    this.#changed();
  }

  sendCredentials(lane: LaneName, send: boolean): void {
    this.credentials = { ...this.credentials, [lane]: send };
    if (this.runs.length > 0) void this.run();
    else this.#changed();
  }

  /** Lets the lanes and the log show another of the runs that go side by side. */
  show(index: number): void {
    this.shown = index;
    this.#changed();
  }

  async #begin(lanes: readonly LaneName[], choosePaths: () => Path[]): Promise<void> {
    if (this.isViewer || this.edited?.faulty) return; // the page says why
    remember("visited", "yes");
    this.refused = undefined;
    this.suggestsCompress = false;
    if (this.runs.length > 0) this.#isFirstVisit = false; // who goes on alone needs no pointer
    this.stop();
    const beginning = this.#beginning;
    await this.readServers();
    const paths = choosePaths();
    const script = await this.#played();
    // Somebody may have asked for something else while the servers answered.
    if (beginning !== this.#beginning || !this.#around || !script || this.trouble) return;
    const { clock } = this.#around;
    const last = this.current?.run;
    const { noTransform } = this.switches;
    const { credentials } = this;
    const together = { script, noTransform, lanes, credentials, clock, beganAt: now() };
    this.opened = undefined;
    this.runs = paths.map((path) =>
      beginRun({ ...together, path, browser: browserName() }, () => this.#changed()),
    );
    this.shown = Math.max(
      0,
      this.runs.findIndex(({ run }) => samePath(run, last)),
    );
    this.before = paths.length === 1 && last?.setup.script.text === script.text ? last : undefined;
    this.#beat();
    this.#changed();
  }

  async #played(): Promise<PlayedScript | undefined> {
    const { script, edited } = this;
    if (script === undefined || edited?.faulty) return undefined;
    try {
      return await playedScript(script, edited, this.scripts);
    } catch {
      this.trouble = "not-left";
      return undefined;
    }
  }

  async #readScript(): Promise<void> {
    const name = this.scriptName;
    try {
      const script = await readScript(ownApi, name);
      if (name !== this.scriptName) return;
      this.script = script;
      if (this.edited?.text === script.text) this.edited = undefined;
    } catch {
      // Somebody brought the text along: this server need not know its name.
      if (this.edited === undefined) this.trouble = "no-script";
      else this.script = { name, text: this.edited.text };
    }
  }

  #beat(): void {
    clearInterval(this.#heartbeat);
    this.#heartbeat = setInterval(() => {
      this.#changed();
      if (this.isGoing) return;
      clearInterval(this.#heartbeat);
      this.#endFirstVisit();
    }, HEARTBEAT);
  }

  #endFirstVisit(): void {
    const [first] = this.runs;
    if (!this.#isFirstVisit || first === undefined) return;
    this.#isFirstVisit = false;
    const isLive = verdict(first.run).headline.word === "live";
    this.suggestsCompress = isLive && this.canGoSideBySide;
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

function samePath({ setup }: Run, other: Run | undefined): boolean {
  return JSON.stringify(setup.path) === JSON.stringify(other?.setup.path);
}

/** The one playground of this page. */
export const playground = new Playground();
