/** The parts of the page that people make larger or smaller, and which one is shown large. Sizes are remembered. */
import { LANES } from "../../trace/run/lanes.ts";

/** A key goes through these in their order, and shows each large. */
const PANES = [...LANES, "log", "script"] as const;
export type Pane = (typeof PANES)[number];

const BORDERS = ["script", "lane", "log"] as const;
export type Border = (typeof BORDERS)[number];

/** Script and log are in px, the lane is a share of both lanes in percent. */
export type Sizes = Partial<Record<Border, number>>;

const LIMITS: Record<Border, readonly [least: number, most: number]> = {
  script: [224, 900],
  lane: [20, 80],
  log: [98, 2000],
};

/** The round goes from none through each of them, and back to none. */
export function nextPane(pane: Pane | undefined): Pane | undefined {
  return PANES[pane === undefined ? 0 : PANES.indexOf(pane) + 1];
}

/** `null` sets a border back to where it was at first. */
export function resized(sizes: Sizes, border: Border, size: number | null): Sizes {
  const { [border]: _, ...others } = sizes;
  if (size === null) return others;
  const [least, most] = LIMITS[border];
  return { ...others, [border]: Math.round(Math.min(most, Math.max(least, size))) };
}

/** Leaves out what is no size. */
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

export function sizesAsStyle(sizes: Sizes): Record<string, string | null> {
  const px = (size: number | undefined) => (size === undefined ? null : `${size}px`);
  return {
    "--script-width": px(sizes.script),
    "--lane-share": sizes.lane === undefined ? null : `${sizes.lane}`,
    "--log-set": px(sizes.log),
  };
}
