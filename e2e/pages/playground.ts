/** The page as people name it: every locator is here, and what people do with them. */
import { type ConsoleMessage, expect, type Locator, type Page } from "@playwright/test";
import { firstSetUp, type Switches } from "../../client/playground/set-up.ts";
import { writeLink } from "../../client/share/link.ts";
import { readRecorded } from "../../dev/testing/recorded.ts";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import { type LaneName, LANES as lanes } from "../../trace/run/lanes.ts";
import { test as base } from "../support/kept-page.ts";
import { seldom } from "../support/seldom.ts";
import { BreakIt } from "./break-it.ts";
import { ChatPanel } from "./chat-panel.ts";
import { LogPanel } from "./log-panel.ts";
import { ScriptPanel } from "./script-panel.ts";
import { ShareMenu } from "./share-menu.ts";
import { StepView } from "./step.ts";
import { ThisBrowser } from "./this-browser.ts";
import { PageTrace } from "./trace.ts";

export { expect, lanes };

export type Switch = "no-transform" | "proxy" | "compress";

/** `test.use` takes the page from the Node server alone by this; it has no dev server to go through. */
export const onBuiltPage = { baseURL: `http://localhost:${process.env["BUILT_PORT"]}` };

/** The end of a script that says goodbye to whoever comes back. */
export const ONCE = "@attempt 2+\n@status 204\n";

/**
 * The headline of a stream that no hop held, and that is written over 1.5 s or more: of a shorter one it can't be told what a
 * machine kept for half a second. A busy one may keep an event or two, or the page, for a while.
 */
export const NOT_HELD =
  /^\s*(Live|Late|In pieces|Held: (one event|two events)|This page was busy)\s*(in the \S+ lane\s*)?$/;

/** How many columns a lane's events have: type, id, data and lag. */
const COLUMNS = 4;

/**
 * A page on which nothing goes wrong unseen: an uncaught error, one that we print, or a broken rule of its
 * Content-Security-Policy fails its test. `breaksPolicy`: the test breaks such a rule on purpose.
 */
export const test = base.extend<{ breaksPolicy: boolean; playground: PlaygroundPage }>({
  breaksPolicy: [false, { option: true }],

  playground: async ({ page, breaksPolicy }, use) => {
    const errors: string[] = [];
    const isWrong = (text: string, byScript: boolean) =>
      POLICY.test(text) ? !breaksPolicy : byScript;
    page.on("pageerror", ({ message, stack = message }) => {
      if (isWrong(stack, !FIREFOX_ON_A_REFUSAL.test(stack))) errors.push(stack);
    });
    page.on("console", (message) => {
      if (message.type() !== "error") return;
      if (isWrong(message.text(), isPrintedByScript(message))) errors.push(message.text());
    });
    await use(new PlaygroundPage(page));
    expect(errors).toEqual([]);
  },
});

/** Firefox tells among the errors of scripts of a stream that was turned away, cut or let go of. */
const FIREFOX_ON_A_REFUSAL =
  /^(Firefox can’t establish a connection|The connection to \S+ was interrupted|Cross-Origin Request Blocked)/;

/** Each browser says so in words of its own. */
const POLICY = /Content.Security.Policy/;

/** What a browser prints by itself, as for a request that failed, was handed no arguments. */
function isPrintedByScript(message: ConsoleMessage): boolean {
  return message.args().length > 0;
}

export class PlaygroundPage {
  readonly page: Page;
  readonly trace: PageTrace;
  readonly script: ScriptPanel;
  readonly log: LogPanel;
  readonly chat: ChatPanel;
  readonly parser: StepView;
  readonly share: ShareMenu;
  readonly faults: BreakIt;
  readonly browser: ThisBrowser;
  /** Says which stream is chosen, and opens the list of all. */
  readonly stream: Locator;
  readonly streams: Locator;
  readonly run: Locator;
  readonly stop: Locator;
  readonly path: Locator;
  /** They show the numbers of the events that a hop holds. */
  readonly heldDots: Locator;
  readonly suggestion: Locator;
  readonly verdict: Locator;
  readonly verdictSentence: Locator;
  readonly streamNote: Locator;
  /** Says beside the verdict what of the response decides how it is delivered. */
  readonly response: Locator;
  readonly timeline: Locator;
  readonly trouble: Locator;
  readonly keys: Locator;
  readonly sound: Locator;
  /** The parts that people arrange. */
  readonly panes: Readonly<Record<LaneName | "log" | "script", Locator>>;

  constructor(page: Page) {
    this.page = page;
    this.trace = new PageTrace(page);
    this.script = new ScriptPanel(page);
    this.log = new LogPanel(page);
    this.chat = new ChatPanel(page);
    this.parser = new StepView(page);
    this.share = new ShareMenu(page);
    this.faults = new BreakIt(page);
    this.browser = new ThisBrowser(page);
    this.stream = page.getByRole("button", { name: /^Stream: / });
    this.streams = page.getByRole("listbox", { name: "Stream" }).getByRole("option");
    this.run = page.getByRole("button", { name: /^(Run|Ask)( Space)?$/ });
    this.stop = page.getByRole("button", { name: "Stop" });
    this.path = page.getByRole("region", { name: "Path" });
    this.heldDots = this.path.locator(".dots i"); // they have no words: whoever hears the page hears the count
    this.suggestion = this.path.getByRole("status");
    const verdict = page.getByRole("region", { name: "Verdict" });
    this.verdict = verdict.getByRole("heading");
    this.verdictSentence = verdict.getByRole("paragraph");
    this.streamNote = page.getByRole("note");
    this.response = verdict.getByRole("list", { name: "Response" });
    this.timeline = page.getByRole("img", { name: "Timeline" });
    this.trouble = page.getByRole("alert");
    this.keys = page.getByRole("dialog", { name: "Keys" });
    this.sound = page.getByRole("button", { name: /^Sound/ });
    this.panes = {
      eventsource: this.lane("eventsource"),
      fetch: this.lane("fetch"),
      log: page.getByRole("region", { name: "Protocol log" }),
      script: page.getByRole("region", { name: "Stream script" }),
    };
  }

  /** Opens the page as somebody who was here before: nothing plays by itself. */
  async open(path = "/"): Promise<void> {
    await this.page.addInitScript(() => {
      if (location.protocol === "http:") localStorage.setItem("sse-playground.visited", "yes");
    });
    await this.page.goto(path);
    await this.page.waitForFunction(() => playground.script || playground.trouble, null, seldom);
    await this.page.evaluate(async () => {
      const app = document.querySelector("sse-app");
      if (app !== null && "ready" in app) await app.ready;
    });
  }

  /** Opens the page as somebody who was never here, and waits until it has begun to play. */
  async openFirstTime(path = "/"): Promise<void> {
    await this.page.goto(path);
    await this.trace.follows("");
  }

  /** Opens the page with a run out of trace/recorded/ on it, as a file that was dropped: nothing is played. */
  async openRecorded(name: string, change = (recorded: string) => recorded): Promise<void> {
    await this.open();
    await this.dropRecorded(name, change);
  }

  /** Drops a run out of trace/recorded/ on the page that is open. */
  async dropRecorded(name: string, change = (recorded: string) => recorded): Promise<void> {
    await this.share.drop(`${name}.json`, change(readRecorded(name)));
    await expect(this.share.opened).toContainText(`${name}.json`);
    await expect(this.log.rows).toBeVisible(); // the last part to have read it
  }

  /** Opens the page, plays that script there, and waits until it is over. `ways`: where not as at first. */
  async openPlayed(text: string, ways: Partial<Switches> = {}): Promise<void> {
    const switches = { ...firstSetUp.switches, ...ways };
    await this.open(`/#${await writeLink({ ...firstSetUp, scriptName: "mine", text, switches })}`);
    await this.begins(() => this.run.click());
    await this.over();
  }

  /** Plays that script on the open page, and waits until it is over. */
  async plays(text: string): Promise<void> {
    await this.script.write(text);
    await this.begins(() => this.run.click());
    await this.over();
  }

  /** Opens the page, and picks the chat and, by its title, a role; that asks nobody. */
  async openChat(role?: string): Promise<void> {
    await this.open();
    await this.chat.choose();
    if (role !== undefined) await this.chat.role.selectOption(role);
  }

  /** Asks the chat model, and waits until that has begun. */
  async ask(): Promise<void> {
    await this.begins(() => this.chat.ask.click());
  }

  /** Picks a stream, which plays it. */
  async play(name: string): Promise<void> {
    const again = (await this.stream.textContent())?.trim() === name;
    await this.begins(async () => {
      if (again) await this.run.click();
      else await this.choose(name);
    });
  }

  /** Picks a stream out of the list. */
  async choose(name: string): Promise<void> {
    await this.stream.click();
    await this.streams
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .first()
      .click();
  }

  switch(name: Switch): Locator {
    return this.page.getByRole("radiogroup", { name });
  }

  segment(name: Switch, value: string): Locator {
    return this.switch(name).getByRole("radio", { name: value });
  }

  /** Moves a switch. After a run that plays again: see `begins`. */
  async turn(name: Switch, value: string): Promise<void> {
    await this.switch(name).getByText(value, { exact: true }).click();
    await expect(this.segment(name, value)).toBeChecked();
  }

  /** Does what begins a run, and waits until it has begun. */
  async begins(act: () => Promise<void>): Promise<void> {
    const before = await this.trace.name();
    await act();
    await this.trace.follows(before);
  }

  /** Waits until the current run is over. Run alone would not tell: it stands there until the run's first drawing, too. */
  async over(): Promise<void> {
    await this.page.waitForFunction(() => !playground.isGoing, null, seldom);
    await expect(this.run).toBeVisible();
  }

  /** The traces that streams are asked for from now on: the list grows, one for each run. */
  tracesAsked(): readonly string[] {
    const traces: string[] = [];
    this.page.on("request", (request) => {
      const { pathname, searchParams } = new URL(request.url());
      const trace = searchParams.get("trace");
      if (!trace || !pathname.startsWith("/api/sse")) return;
      if (!traces.includes(trace)) traces.push(trace);
    });
    return traces;
  }

  /** Collects what somebody who hears the page is told of verdicts from now on. */
  async said(): Promise<() => Promise<string[]>> {
    const region = await this.page.getByRole("status", { name: "Verdict" }).elementHandle();
    const said = await this.page.evaluateHandle((told) => {
      const sentences: string[] = [];
      new MutationObserver(() => {
        const words = told?.textContent?.trim().replace(/\s+/g, " ") ?? "";
        if (words !== "") sentences.push(words);
      }).observe(told ?? document, { childList: true, subtree: true, characterData: true });
      return sentences;
    }, region);
    return () => said.jsonValue();
  }

  lane(lane: LaneName): Locator {
    return this.page.getByRole("region", { name: laneTitles[lane] });
  }

  state(lane: LaneName): Locator {
    return this.lane(lane).getByRole("status");
  }

  /** Finds the rows of a lane's events, the first one first. */
  events(lane: LaneName): Locator {
    return this.lane(lane)
      .getByRole("row")
      .filter({ has: this.page.getByRole("cell") });
  }

  /** Type, id and data of each row, as they stand there. */
  async shown(lane: LaneName): Promise<string[][]> {
    const cells = await this.lane(lane).getByRole("cell").allTextContents();
    return cells.flatMap((_, index) =>
      index % COLUMNS === 0 ? [cells.slice(index, index + 3)] : [],
    );
  }
}
