/** Says what a measurement on a real machine cannot tell apart, and from when on a wait means something. */

/**
 * A machine that is otherwise idle stalls for 30 to 100 ms now and then, and the page is told of its
 * own blocked thread from 150 ms on. What is late by less proves nothing. ms
 */
export const NOISE = 150;

/**
 * A machine that was seen to block the page keeps others waiting too: a proxy, or threads of the browser
 * that no page sees. What is late by less proves nothing there. ms
 */
export const NOISE_WHEN_BUSY = 2 * NOISE;

/**
 * One wait alone, such as a loaded machine's while a connection begins, was seen to last 270 ms
 * though nothing held the stream. Only one that is longer than this is believed. ms
 */
export const STALL = 600;

/** Arrivals no farther apart than this are one instant to whoever looks on. ms */
export const INSTANT = 50;

/** Two clocks, a network, and a browser that rounds to 1 ms (Firefox): an order of times this close is not known. ms */
export const ORDER = 5;

/** An open stream that was quiet for so long, and for longer than is its habit, is silent. ms */
export const SILENCE = 2000;

/** A quiet of so long before a cut, longer than any before it, is taken for the reason of the cut. ms */
export const QUIET = 1000;

/** Ages of two connections that differ by no more than this are the same: of a whole, and ms at the least. */
export const SAME_AGE = { share: 0.1, least: NOISE };
