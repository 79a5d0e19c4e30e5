/** How much this server holds for everybody together. A script's own limits are in protocol/script/limits.ts. */
import { MAX_SCRIPT_BYTES } from "../protocol/script/limits.ts";

/** Of a request body: a script may grow sixfold when JSON escapes it (`\u0001`), and has options beside it. */
export const MAX_BODY_BYTES = 6 * MAX_SCRIPT_BYTES + 16 * 1024;
/** Of `lastEventId`, in UTF-16 units: a script may repeat it a few thousand times in one write. */
export const MAX_LAST_EVENT_ID = 4096;
/** TCP connections; more are refused. */
export const MAX_CONNECTIONS = 2000;
/** Streams being played at a time. */
export const MAX_OPEN_PLAYS = 1000;
/** Listeners of the tap at a time. */
export const MAX_OPEN_TAPS = 200;
/** Clients whose attempts are counted; the one that asked least lately is forgotten first. */
export const MAX_CLIENTS = 10_000;
/** Faults that wait for a client's next answers. */
export const MAX_NEXT_FAULTS = 4;
/** Clients that such faults wait for; the one that asked for one least lately is forgotten first. */
export const MAX_FAULTED_CLIENTS = 1000;
/** Of a stall that ends by itself. One that is to be released lasts as long as a play may. ms */
export const MAX_STALL = 60_000;
/** Of the door, which is closed for everybody. ms */
export const MAX_DOOR_CLOSED = 30_000;
/** Scripts left by `POST /api/scripts`; the oldest is removed first. */
export const MAX_SAVED_SCRIPTS = 200;

/** Traces whose records are kept; the one least lately added to is forgotten first. */
export const MAX_TRACES = 64;
/** Records kept of one trace. */
export const MAX_TRACE_RECORDS = 25_000;
/** Bytes of writes kept of one trace. */
export const MAX_TRACE_BYTES = 4 * 1024 * 1024;

/** To receive a whole request. ms */
export const REQUEST_TIMEOUT = 10_000;
/**
 * Between two requests of one connection. Longer than anybody waits before asking again: the dev
 * server's proxy keeps its connections, and where one is closed just as it is used again it answers
 * 504, at which an EventSource gives up. Firefox comes back after 5 s, which is Node's own limit. ms
 */
export const KEEP_ALIVE_TIMEOUT = 120_000;
/** For streams to take their end when the server stops, or closes its door; then they are cut. ms */
export const SHUTDOWN_TIMEOUT = 1000;
/** Before the door is opened once more where another program has taken its port. ms */
export const DOOR_RETRY = 500;
