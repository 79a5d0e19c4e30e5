/**
 * The page's one state: what is chosen here, what runs in `Runs`, what the servers offer in `Servers`.
 * Elements read it and call its methods; it knows nothing of them. What happened in a run is in the
 * run's trace, not here.
 */

import type { Depth } from "../../trace/log/row.ts";
import { LANES } from "../../trace/run/lanes.ts";
import { strangerOf } from "../../trace/run/passing.ts";
import type { LaneName, Path } from "../../trace/run/records.ts";
import { answersDirectly } from "../connections/answers-directly.ts";
import { now } from "../connections/clock.ts";
import { type DevServer, watchDevServers } from "../connections/dev-servers.ts";
import type { Script, ScriptEntry } from "../connections/scripts.ts";
import { asking } from "./asking.ts";
import { browserName } from "./browser.ts";
import { Edits } from "./edits.ts";
import type { LiveRun } from "./live-run.ts";
import { recall, remember } from "./memory.ts";
import type { ChatSource, Edited } from "./played-script.ts";
import { Runs } from "./runs.ts";
import { Servers, type Trouble } from "./servers.ts";
import {
  bareClients,
  CHAT,
  type ClientChoice,
  type ClientChoices,
  comingBack,
  firstSetUp,
  lanesComingBack,
  type SetUp,
  type Switches,
  sameSwitches,
} from "./set-up.ts";
import { bothPaths, pathUnder, reachable } from "./settings.ts";
import { streamBeside } from "./stream-groups.ts";

/** If Run takes longer to begin, the page says what it waits for. ms */
const PATIENCE = 1500;

export class Playground extends Runs {
  scriptName = firstSetUp.scriptName;
  edited: Edited | undefined;
  switches: Switches = firstSetUp.switches;
  depth: Depth = firstSetUp.depth;
  clients: ClientChoices = bareClients;
  /** A sentence says why a link or a file that was handed in could not be taken. */
  refused: string | undefined;
  /** The shown run is out of this file. */
  opened: string | undefined;
  /** So much of a file that is being opened is read, from 0 to 1. */
  opening: number | undefined;
  /** The page holds one recorded run, and has no server to play another. */
  isViewer = false;
  /** The app, which knows all parts, says how. */
  loadChat = (): Promise<ChatSource> => Promise.reject(new Error("no part plays a chat"));
  /** Run waits long: for an answer, or for a connection to ask on. */
  waitsFor: "answer" | "connection" | undefined;

  readonly #servers = new Servers();
  readonly #edits = new Edits();
  #begins = 0; // runs that are about to begin
  #beginning = 0; // counts what was asked for, so that only the latest begins
  #isFirstVisit = recall("visited") === undefined;
  /** A first visit's run that is over. */
  #first: LiveRun | undefined;

  get script(): Script | undefined {
    return this.#servers.script;
  }

  get trouble(): Trouble | undefined {
    return this.#servers.trouble;
  }

  get scripts(): readonly ScriptEntry[] {
    return this.#servers.around?.scripts ?? [];
  }

  get devServers(): readonly DevServer[] {
    return this.#servers.around?.devServers ?? [];
  }

  get canGoSideBySide(): boolean {
    return bothPaths(this.devServers).length > 1;
  }

  /** So the first visit's run ends: the page points at `compress` and nothing else. What the server tells of the run may come late. */
  get suggestsCompress(): boolean {
    const first = this.#first;
    if (first === undefined || !this.canGoSideBySide) return false;
    const { word } = first.judge.verdict(first.run).headline;
    return word === "live" || word === "busy"; // a page that was busy held no stream: its reader is led on, too
  }

  /** `undefined`: the stream is as it is shipped. */
  editOf(stream: string): Edited | undefined {
    return this.#edits.get(stream);
  }

  /** What is shown was played from another text than the one that Run would play now. */
  get isStale(): boolean {
    const { script, current, scriptName } = this;
    if (current === undefined || this.#begins > 0) return false;
    if (strangerOf(current.run) !== undefined) return asking.isStale(current.run);
    const played = current.run.setup.script;
    if (played.name !== scriptName) return true;
    if (scriptName === CHAT || script?.name !== scriptName) return false;
    return played.text !== (this.edited?.text ?? script.text);
  }

  async start(): Promise<void> {
    this.addEventListener("over", () => this.#endFirstVisit());
    await this.readServers();
    if (this.script?.name !== this.scriptName) await this.readServers(); // a lesson took another one meanwhile
    watchDevServers(() => void this.readServers());
  }

  /** Plays by itself on a first visit, unless somebody was faster. */
  async welcome(): Promise<void> {
    const isUntouched = this.#isFirstVisit && this.runs.length === 0 && this.opening === undefined;
    if (isUntouched && this.trouble === undefined) await this.run();
  }

  /** Asks the servers anew: after a start, a restart, or an edited webpack.config.ts. */
  async readServers(): Promise<void> {
    const shipped = await this.#servers.read(this.scriptName, this.edited);
    if (shipped?.text === this.edited?.text) this.edited = undefined;
    if (this.trouble !== "no-server") this.switches = reachable(this.switches, this.devServers);
    this.changed();
  }

  /** Plays the chosen script in a new trace; the run before it becomes the *before* row. */
  async run(lanes: readonly LaneName[] = LANES): Promise<void> {
    await this.#begin(lanes, () => {
      const path = pathUnder(this.switches, this.devServers);
      return path === undefined ? [] : [path];
    });
  }

  /** Plays it through both dev servers at once, in a trace each, on one time axis. */
  async sideBySide(): Promise<void> {
    await this.#begin(LANES, () => bothPaths(this.devServers));
  }

  get isSideBySide(): boolean {
    return this.runs.length > 1;
  }

  /** Begins side by side, or leaves it for the one path that is shown. */
  toggleSideBySide(): void {
    const path = this.current?.run.setup.path;
    if (!this.isSideBySide || !path?.proxy) void this.sideBySide();
    else this.turn({ proxy: true, compress: path.compress });
  }

  override stop(): void {
    this.#beginning++;
    super.stop();
  }

  /** Disconnects one lane of what runs, or connects it alone, in a new trace. */
  toggle(lane: LaneName): void {
    if (!this.isLaneConnected(lane)) void this.run([lane]);
    else for (const run of this.runs) run.disconnect(lane);
  }

  /** Takes another of the shipped scripts, and plays it; a chat model is not asked before Run. */
  async choose(scriptName: string): Promise<void> {
    this.scriptName = scriptName;
    this.edited = this.#edits.get(scriptName);
    if (scriptName !== CHAT && !this.edited?.faulty) return await this.run();
    this.stop();
    this.put([]);
    await this.readServers();
  }

  chooseNext(by: 1 | -1): void {
    void this.choose(streamBeside(this.scripts, this.scriptName, by));
  }

  /** Plays this from now on in place of the shipped text; `undefined`: the shipped text again. */
  edit(edited: Edited | undefined): void {
    if (this.script?.name !== this.scriptName) return; // another one was just chosen
    this.edited = edited;
    this.#edits.keep(this.scriptName, edited);
    this.changed();
  }

  /** What has been run is played again. */
  turn(change: Partial<Switches>): void {
    this.switches = { ...this.switches, ...change };
    this.#first = undefined;
    if (this.runs.length > 0) void this.run();
    else this.changed();
  }

  /** Takes what a link says. Nothing begins by it, not even what was about to begin as it came. */
  setUp(
    {
      scriptName,
      switches,
      comesBack,
      depth,
    }: Omit<SetUp, "text" | "presenting" | "lesson" | "ask">,
    edited: Edited | undefined,
  ): void {
    this.#beginning++;
    this.#isFirstVisit = false;
    const isShipped = this.script?.name === scriptName && this.script.text === edited?.text;
    this.scriptName = scriptName;
    this.edited = isShipped || scriptName === CHAT ? undefined : edited;
    if (this.edited && !this.#edits.get(scriptName)) this.#edits.keep(scriptName, this.edited);
    this.switches = switches;
    this.clients = comingBack(this.clients, comesBack);
    this.depth = depth;
    this.refused = undefined;
    // Before the first look around there is nothing to read it from, nor a server to ask.
    if (this.#servers.around !== undefined) void this.readServers();
    this.changed();
  }

  /** Stands as a step of a lesson begins; a run stays only if it is of that stream, as shipped, on that path. Nothing begins. */
  prepare(scriptName: string, changes: Partial<Switches>): void {
    const wished = { ...firstSetUp.switches, ...changes };
    const switches = this.#servers.around ? reachable(wished, this.devServers) : wished;
    const { name, text } = this.current?.run.setup.script ?? {};
    const isSame = this.script?.name === name && this.script?.text === text;
    if (name !== scriptName || !isSame || !sameSwitches(this.switches, switches)) this.#replace([]);
    this.opened = undefined;
    this.#first = undefined;
    this.clients = bareClients;
    this.setUp({ scriptName, switches, comesBack: [], depth: this.depth }, undefined);
  }

  /** Shows what left a stranger's server, while it does; nothing is played. `undefined`: no run is shown. */
  watch(watched: LiveRun | undefined, file?: string): void {
    this.#isFirstVisit = false;
    this.#replace(watched === undefined ? [] : [watched], file);
  }

  /** Shows these runs, out of a file maybe, in the place of all that was shown; nothing is played. */
  #replace(runs: readonly LiveRun[], file?: string): void {
    this.stop();
    this.put(runs);
    this.before = undefined;
    this.opened = file;
    this.#first = undefined;
  }

  /** The run is set up as it was; Run plays its script here. */
  open(opened: LiveRun, file: string, edited: Edited | undefined): void {
    this.watch(opened, file);
    if (strangerOf(opened.run) !== undefined) return;
    const { script, path, noTransform } = opened.run.setup;
    const { compress } = path.proxy ? path : this.switches;
    if (this.#servers.around === undefined) this.#servers.script = script;
    const switches = { noTransform, proxy: path.proxy, compress };
    const comesBack = lanesComingBack(opened.client.clients);
    this.setUp({ scriptName: script.name, switches, comesBack, depth: this.depth }, edited);
  }

  /** `share`: from 0 to 1; `undefined`: no file is being opened any more. */
  tellOpening(share: number | undefined): void {
    this.opening = share;
    this.changed();
  }

  refuse(why: string): void {
    this.refused = why;
    this.changed();
  }

  /** A first visit finds the same, and no run. */
  setBack(): void {
    this.#replace([]);
    this.setUp(firstSetUp, undefined);
  }

  look(depth: Depth): void {
    this.depth = depth;
    this.changed();
  }

  /** What has been run is played again. */
  chooseClient(lane: LaneName, change: Partial<ClientChoice>): void {
    this.clients = { ...this.clients, [lane]: { ...this.clients[lane], ...change } };
    if (this.runs.length > 0) void this.run();
    else this.changed();
  }

  async #begin(lanes: readonly LaneName[], choosePaths: () => Path[]): Promise<void> {
    const patience = setTimeout(() => void this.#wait(), PATIENCE);
    this.#begins++;
    await this.#beginOnceAnswered(lanes, choosePaths);
    this.#begins--;
    clearTimeout(patience);
    this.waitsFor = undefined;
    this.changed();
  }

  /** The page's own questions have no answer yet, so nothing could begin. */
  async #wait(): Promise<void> {
    this.waitsFor = "answer";
    const isUp = await answersDirectly();
    if (this.waitsFor !== undefined && isUp) this.waitsFor = "connection";
    this.changed();
  }

  async #beginOnceAnswered(lanes: readonly LaneName[], choosePaths: () => Path[]): Promise<void> {
    if (this.isViewer || this.edited?.faulty) return; // the page says why
    remember("visited", "yes");
    this.refused = undefined;
    this.#first = undefined;
    if (this.runs.length > 0) this.#isFirstVisit = false; // whoever goes on alone needs no pointer
    this.stop();
    const beginning = this.#beginning;
    await this.readServers();
    if (beginning !== this.#beginning) return; // nothing is left with the server for a link's sake
    const paths = choosePaths();
    const script = await this.#servers.played(this.edited, this.loadChat);
    const { around, player } = this.#servers;
    // Somebody may have asked for something else while the servers answered.
    if (beginning !== this.#beginning || !around || !player || !script || this.trouble) return;
    const { switches, clients } = this;
    const chosen = { script, lanes, clients, noTransform: switches.noTransform };
    const together = { ...chosen, browser: browserName(), clock: around.clock, beganAt: now() };
    this.opened = undefined;
    this.put(paths.map((path) => player.beginRun({ ...together, path }, () => this.changed())));
  }

  #endFirstVisit(): void {
    if (!this.#isFirstVisit) return;
    this.#isFirstVisit = false;
    this.#first = this.current;
  }
}

export const playground = new Playground();
