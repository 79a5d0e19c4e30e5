/** Everything that the probe waits for, reads or keeps has a bound; docs/probe.md names them. */

/**
 * How long it may take, ms. `whole`: both requests together; `first`: the first one leaves the rest to a
 * second that could tell more; `even`: a stream that goes on and arrives evenly was seen for long enough.
 */
export type Times = { readonly whole: number; readonly first: number; readonly even: number };
export const times: Times = { whole: 15_000, first: 7_000, even: 5_000 };
export const ENOUGH = 20; // … and with so many events
/** The second request has shown enough of an even stream. ms, events */
export const ENOUGH_AGAIN = { ms: 1_000, events: 3 };
export const LOOK = 250; // ms between two looks

export const MOST_READ = 32 * 1024 * 1024; // bytes of a body, after decoding
export const MOST_EVENTS = 60_000; // events in one response
export const MOST_EVENT = 4 * 1024 * 1024; // bytes
export const MOST_HEAD = 64 * 1024; // bytes
export const MOST_EXPLANATION = 4096; // bytes of an answer that is no event stream
export const MOST_BODY = 8 * 1024 * 1024; // bytes of a file with a request body
export const MOST_REDIRECTS = 20; // in a row; a browser follows 20
