/** The page has these lanes, in this order. On the tap a lane is any name that a client gave itself. */
export const LANES = ["eventsource", "fetch"] as const;
export type LaneName = (typeof LANES)[number];
