/** The lessons as people name them, and what they do in them. */
import { readStream } from "../../dev/testing/shipped-streams.ts";
import { type Action, COOKIE, PACKAGE, pressWords, switchWords } from "../../lessons/action.ts";
import { actOf, type Lesson, type Step, startOf } from "../../lessons/lesson.ts";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import type { LaneName } from "../../trace/run/records.ts";
import { seldom } from "../support/seldom.ts";
import { expect, type PlaygroundPage } from "./playground.ts";

const switchNames = {
  compress: "compress",
  noTransform: "no-transform",
  proxy: "proxy",
} as const;

export class Learn {
  readonly #playground: PlaygroundPage;

  constructor(playground: PlaygroundPage) {
    this.#playground = playground;
  }

  /** The header's button leads to the list, out of a lesson, or back. */
  get button() {
    return this.#page.getByRole("button", { name: /^(Learn|Whole page|Lesson)$/ });
  }

  get list() {
    return this.#page.getByRole("dialog", { name: "Learn" });
  }

  get moments() {
    return this.list.getByRole("button", { name: /\d$/ });
  }

  entry(title: string) {
    return this.list.getByRole("button", { name: title });
  }

  step({ title }: Lesson) {
    const region = this.#page.getByRole("region", { name: title, exact: true });
    return {
      region,
      heading: region.getByRole("heading", { name: title }),
      number: (count: number) => region.getByText(`step ${count} of`),
      choices: region.getByRole("group").getByRole("radio"),
      seen: region.getByRole("listitem").filter({ hasText: /^\s*✓?\s*seen:/ }),
      showWhere: region.getByRole("button", { name: "Show where" }),
      next: region.getByRole("button", { name: /^Next/ }),
      doIt: region.getByRole("button", { name: "Do it for me" }),
      told: region.getByRole("status"),
    };
  }

  /** Opens a step by its link. */
  async open({ name }: Lesson, step = 1): Promise<void> {
    await this.#playground.open(`/#lesson=${name}&step=${step}`);
  }

  /** Goes through a lesson, or those of its steps, as they say: wrong guesses first, and every check must come true. */
  async walk(lesson: Lesson, isWanted: (step: Step) => boolean = () => true): Promise<void> {
    const shown = this.step(lesson);
    let before: number | undefined;
    for (const [index, step] of lesson.steps.entries()) {
      if (!isWanted(step)) continue;
      if (before === index - 1) await shown.next.click();
      else await this.open(lesson, index + 1);
      before = index;
      await expect(shown.number(index + 1)).toBeVisible();
      if (step.predict !== undefined) {
        await expect(async () => {
          await shown.choices.first().press(" "); // by key: nothing moves under it as a run before goes
          await expect(shown.choices.first()).toBeChecked({ timeout: 1000 }); // the step may just be drawn anew
        }).toPass();
      }
      for (const action of actOf(step)) await this.#do(action, startOf(lesson, step).stream);
      await expect(shown.seen, `what step ${index + 1} shows`).toHaveCount(step.checks.length);
      if (step.predict !== undefined) await expect(shown.showWhere).toBeVisible();
    }
  }

  /** Does what a step asks for, by the control that a person would take. */
  async #do(action: Action, stream: string): Promise<void> {
    const { log, run, script } = this.#playground;
    switch (action.do) {
      case "play":
        return await this.#playground.begins(() => run.click());
      case "turn": {
        const { value } = switchWords(action.which, action.to);
        const name = switchNames[action.which];
        return await this.#played(() => this.#playground.turn(name, value));
      }
      case "edit": {
        await expect(script.editor, "the stream of this step").toContainText(action.line);
        await script.write(readStream(stream).replace(`${action.line}\n`, `${action.becomes}\n`));
        return await this.#playground.begins(() => run.click());
      }
      case "press": {
        const { button, choice } = pressWords(action.fault);
        const { faults } = this.#playground;
        await this.#arrived(action.lane, action.after);
        await faults.opener.click();
        await faults.choose("To", laneTitles[action.lane]);
        if (choice !== undefined) await faults.choose(choice.group, choice.value);
        await faults.press(button);
        await this.#page.keyboard.press("Escape");
        return;
      }
      case "disconnect": {
        await this.#arrived(action.lane, action.after);
        const lane = this.#playground.lane(action.lane);
        return await lane.getByRole("button", { name: "Disconnect" }).click();
      }
      case "come-back": {
        const lane = this.#playground.lane(action.lane);
        return await this.#played(() =>
          lane.getByRole("button", { name: "Reconnect automatically" }).click(),
        );
      }
      case "by-package": {
        const lane = await this.#openTools("eventsource");
        return await this.#played(() => lane.getByRole("checkbox", { name: PACKAGE }).check());
      }
      case "take-cookie": {
        const lane = await this.#openTools("eventsource");
        await lane.getByRole("button", { name: COOKIE }).click();
        return await expect(lane.getByText("taken", { exact: true })).toBeVisible();
      }
      case "open-row": {
        await this.#ended(action.lane);
        await log.select(RegExp(`${laneTitles[action.lane]}\\s*${action.title} `));
        return await log.rows.press("Enter");
      }
      case "open-parser": {
        await this.#ended(action.lane);
        await this.#page.keyboard.press("b");
        return await expect(this.#playground.parser.panel).toBeVisible();
      }
    }
  }

  /** Does what plays again if something has run; else plays it. */
  async #played(act: () => Promise<void>): Promise<void> {
    const hasRun = (await this.#playground.trace.name()) !== "";
    if (hasRun) return await this.#playground.begins(act);
    await act();
    await this.#playground.begins(() => this.#playground.run.click());
  }

  async #openTools(lane: LaneName) {
    const region = this.#playground.lane(lane);
    const code = region.getByRole("button", { name: "Code", exact: true });
    if ((await code.getAttribute("aria-expanded")) !== "true") await code.click();
    return region;
  }

  async #ended(lane: LaneName): Promise<void> {
    await this.#page.waitForFunction(
      (name) => playground.current?.run.lane(name).attempts[0]?.ending != null,
      lane,
    );
  }

  async #arrived(lane: LaneName, count: number): Promise<void> {
    await this.#page.waitForFunction(
      ([name, least]) =>
        (playground.current?.run.lane(name).attempts[0]?.arrived.length ?? 0) >= least,
      [lane, count] as const,
      seldom,
    );
  }

  get #page() {
    return this.#playground.page;
  }
}
