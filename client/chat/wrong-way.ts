/**
 * Says what a wrong way makes of the answer, laid over the right one: what it lost, and what it shows that
 * nobody said. Nothing where the lane goes the right way.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { Answer } from "../../trace/chat/answer.ts";
import {
  chunksOf,
  eachChunkOneMessage,
  recut,
  splitInsideChunks,
} from "../../trace/chat/wrong-ways.ts";
import { difference, type Piece } from "../../trace/run/difference.ts";
import type { LaneName } from "../../trace/run/records.ts";
import type { Run } from "../../trace/run/run.ts";
import { legible } from "../controls/legible.ts";
import { prose } from "../controls/prose.ts";
import { drawSwitch } from "../controls/segmented.ts";
import { icons } from "../icons.ts";
import { follow, followPage } from "../playground/follow.ts";
import { base } from "../styles/base.ts";
import { chat } from "./chat.ts";
import { chatTexts } from "./chat-texts.ts";
import { type WrongWay, wrongWayIn } from "./ways.ts";
import { wrongWayStyles } from "./wrong-way-styles.ts";

/** Chunks of this size are smaller than events. Bytes */
const SMALL = 60;

const cuts = ["came", "small", "whole"] as const;
type Cut = (typeof cuts)[number];

export class WrongWayView extends LitElement {
  static override properties = { name: {}, cut: { state: true } };
  static override styles = [base, wrongWayStyles];
  declare name: LaneName;
  declare cut: Cut;
  readonly #page = followPage(this);
  readonly #chat = follow(this, chat);
  #known: { key: string; run: Run; pieces: readonly Piece[] } | undefined;

  constructor() {
    super();
    this.cut = "came";
  }

  override render() {
    const run = this.#page.current?.run;
    const way = run && wrongWayIn(run, this.name, this.#chat.choice.way);
    if (run === undefined || way === undefined) return nothing;
    const { label, heading } = chatTexts.wrong;
    const pieces = this.#pieces(run, way);
    const isCut = way === "chunk" || way === "blank-line";
    return html`<section aria-label=${label}>
      <h3>${icons.warning} ${label}: ${heading[way]}</h3>
      ${isCut ? this.#cuts() : nothing}
      <p>${this.#summary(run, way, pieces)}</p>
      <div class="text">${pieces.map(draw)}</div>
    </section>`;
  }

  #cuts(): TemplateResult {
    const { cut, cuts: names } = chatTexts.wrong;
    const choose = (one: Cut) => {
      this.cut = one;
    };
    return drawSwitch(cut, cuts, (one) => names[one], this.cut, choose);
  }

  #summary(run: Run, way: WrongWay, pieces: readonly Piece[]): TemplateResult[] {
    const words = chatTexts.wrong;
    const count = (kind: Piece["kind"]) => pieces.filter((piece) => piece.kind === kind).length;
    const [lost, wrong] = [count("lost"), count("wrong")];
    if (way === "no-close") return prose(words.asked(timesAsked(run, this.name)));
    return prose(lost + wrong === 0 ? words.lucky : words.told(lost, pieces.length - wrong, wrong));
  }

  /** Reading again costs nothing until more has come. */
  #pieces(run: Run, way: WrongWay): readonly Piece[] {
    const key = `${way} ${this.cut} ${run.records.length}`;
    if (this.#known?.run !== run || this.#known.key !== key) {
      this.#known = { key, run, pieces: difference(textsOf(run, "fetch"), this.#shown(run, way)) };
    }
    return this.#known.pieces;
  }

  /** The fetch lane's events are read rightly in every way. */
  #shown(run: Run, way: WrongWay): string[] {
    const chunks = () => this.#recut(chunksOf(run));
    switch (way) {
      case "chunk":
        return eachChunkOneMessage(chunks());
      case "blank-line":
        return splitInsideChunks(chunks());
      case "relay":
      case "no-close":
        return textsOf(run, this.name);
    }
  }

  #recut(chunks: readonly Uint8Array[]): readonly Uint8Array[] {
    if (this.cut === "came") return chunks;
    return recut(chunks, this.cut === "small" ? SMALL : Number.POSITIVE_INFINITY);
  }
}
customElements.define("sse-wrong-way", WrongWayView);

function timesAsked(run: Run, lane: LaneName): number {
  return run.records.filter(
    (record) => record.kind === "model" && record.lane === lane && record.fact.did === "asked",
  ).length;
}

function textsOf(run: Run, lane: LaneName): string[] {
  return new Answer(run.lane(lane)).read().tokens.map(({ text }) => text);
}

function draw({ kind, text }: Piece): unknown {
  const shown = legible(text).replaceAll("\n", kind === "wrong" ? "⏎" : "\n");
  if (kind === "lost") return html`<del>${shown}</del>`;
  return kind === "wrong" ? html`<ins>${shown}</ins>` : shown;
}
