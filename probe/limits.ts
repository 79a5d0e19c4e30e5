/** Everything that the probe waits for, reads or keeps has a bound; docs/probe.md names them. */

/**
 * How long it may take, ms. `whole`: both requests together; `first`: the first one leaves the rest to a
 * second that could tell more; `even`: a stream that goes on and arrives evenly was seen for long enough.
 */
export type Times = { readonly whole: number; readonly first: number; readonly even: number };
export const times: Times = { whole: 15_000, first: 7_000, even: 5_000 };
/** … and with so many events. */
export const ENOUGH = 20;
/** The second request has shown enough of an even stream. ms, events */
export const ENOUGH_AGAIN = { ms: 1_000, events: 3 };
/** How often it is looked whether that is so. ms */
export const LOOK = 250;

/** How much of a body is read, as it is after decoding. Bytes */
export const MOST_READ = 32 * 1024 * 1024;
/** How many events of one response are kept. */
export const MOST_EVENTS = 60_000;
/** How large one event may be. Bytes */
export const MOST_EVENT = 4 * 1024 * 1024;
/** How large a response head may be. Bytes */
export const MOST_HEAD = 64 * 1024;
/** How much is read of an answer that is no event stream, to see what it says. Bytes */
export const MOST_EXPLANATION = 4096;
/** How large a file with a request body may be. Bytes */
export const MOST_BODY = 8 * 1024 * 1024;
/** Redirects in a row; a browser follows 20. */
export const MOST_REDIRECTS = 20;
