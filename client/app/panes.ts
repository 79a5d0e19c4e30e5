/** The parts of the page that people make larger or smaller, and which one is shown large. Sizes are remembered. */
import { recall, remember } from "../playground/memory.ts";

/** The parts that can be shown large, in the order in which a key goes through them. */
const PANES = ["eventsource", "fetch", "log", "script"] as const;
export type Pane = (typeof PANES)[number];

/** What can be set: the widths of the script and of the first lane, and the height of the log. */
const BORDERS = ["script", "lane", "log"] as const;
export type Border = (typeof BORDERS)[number];

/** Where each border stands: script and log in px, the lane as a share of both lanes in percent. */
export type Sizes = Partial<Record<Border, number>>;

/** The least and the most of each. */
const LIMITS: Record<Border, readonly [least: number, most: number]> = {
  script: [224, 900],
  lane: [20, 80],
  log: [98, 2000],
};

/** The pane that follows in the round: none, each of them, none. */
export function nextPane(pane: Pane | undefined): Pane | undefined {
  return PANES[pane === undefined ? 0 : PANES.indexOf(pane) + 1];
}

/** The sizes with one of them changed, within its limits; `null`: as it was at first. */
export function resized(sizes: Sizes, border: Border, size: number | null): Sizes {
  const { [border]: _, ...others } = sizes;
  if (size === null) return others;
  const [least, most] = LIMITS[border];
  return { ...others, [border]: Math.round(Math.min(most, Math.max(least, size))) };
}

/** Reads what was remembered; nothing of what is no size. */
export function readSizes(text: string | undefined): Sizes {
  const words = new URLSearchParams(text ?? "");
  return BORDERS.reduce<Sizes>((sizes, border) => {
    const size = Number.parseFloat(words.get(border) ?? "");
    return Number.isFinite(size) ? resized(sizes, border, size) : sizes;
  }, {});
}

export function writeSizes(sizes: Sizes): string {
  return new URLSearchParams(
    BORDERS.flatMap((border) =>
      sizes[border] === undefined ? [] : [[border, `${sizes[border]}`]],
    ),
  ).toString();
}

export function recallSizes(): Sizes {
  return readSizes(recall("sizes"));
}

export function rememberSizes(sizes: Sizes): void {
  remember("sizes", writeSizes(sizes));
}

/** The sizes as style sheets take them. */
export function sizesAsStyle(sizes: Sizes): Record<string, string | null> {
  const px = (size: number | undefined) => (size === undefined ? null : `${size}px`);
  return {
    "--script-width": px(sizes.script),
    "--lane-share": sizes.lane === undefined ? null : `${sizes.lane}`,
    "--log-set": px(sizes.log),
  };
}
