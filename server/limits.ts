/** Says how much this server holds for everybody together. A script's own limits are in protocol/script/limits.ts. */
import { MAX_SCRIPT_BYTES } from "../protocol/script/limits.ts";

/** How many bytes a request body may have: a script may grow sixfold when JSON escapes it (`\u0001`), and has options beside it. */
export const MAX_BODY_BYTES = 6 * MAX_SCRIPT_BYTES + 16 * 1024;
/** How long `lastEventId` may be, in UTF-16 units: a script may repeat it a few thousand times in one write. */
export const MAX_LAST_EVENT_ID = 4096;
export const MAX_CONNECTIONS = 2000; // TCP connections; more are refused
export const MAX_OPEN_PLAYS = 1000; // plays at a time
export const MAX_OPEN_TAPS = 200; // listeners of the tap at a time
/** How many clients' attempts are counted; the one that asked least lately is forgotten first. */
export const MAX_CLIENTS = 10_000;
export const MAX_NEXT_FAULTS = 4; // for one client's next answers
/** How many clients such faults wait for; the one that asked for one least lately is forgotten first. */
export const MAX_FAULTED_CLIENTS = 1000;
/** Scripts left by `POST /api/scripts`; the oldest is removed first. */
export const MAX_SAVED_SCRIPTS = 200;

/** How many traces' records are kept; the one least lately added to is forgotten first. */
export const MAX_TRACES = 64;
export const MAX_TRACE_RECORDS = 25_000; // one trace keeps no more
/** How many bytes the records of one trace may take: its slabs, and the rest with RECORD_OVERHEAD. */
export const MAX_TRACE_BYTES = 16 * 1024 * 1024;
/** How many bytes the records of all traces may take; the trace least lately added to is forgotten first. */
export const MAX_TAP_BYTES = 64 * 1024 * 1024;
/** How long a slab is in which writes lie: twice what Node reads at once, and what is said of it. A multiple of 8. */
export const SLAB_BYTES = 132 * 1024;
/** What a record that is no write takes beside its texts, as 20 000 ends were measured. Bytes. */
export const RECORD_OVERHEAD = 200;
export const HEADER_OVERHEAD = 100; // bytes, beside its texts
/** How long a URL or a header's value may be as the tap tells it, in UTF-16 units; what is more is cut, and said to be. */
export const MAX_TOLD_VALUE = 4096;
/** How long all headers of one request or response may be as the tap tells them, in UTF-16 units. */
export const MAX_TOLD_HEADERS = 8192;

/** A whole request, head and body, must come in this time; whoever sends more slowly is cut. ms */
export const REQUEST_TIMEOUT = 10_000;
export const REQUEST_CHECK = 500; // ms between two looks for requests that take too long
export const MAX_HEAD_BYTES = 16 * 1024; // bytes
/** This machine's own addresses are asked for again after so long: a laptop changes networks. ms */
export const ADDRESSES_FRESH = 10_000;
/**
 * A connection may rest so long between two requests. That is longer than anybody waits before asking again: the dev
 * server's proxy keeps its connections, and where one is closed just as it is used again it answers 504, at which an
 * EventSource gives up. Firefox comes back after 5 s, which is Node's own limit. ms
 */
export const KEEP_ALIVE_TIMEOUT = 120_000;
/**
 * For a reader that takes nothing of what waits for it; then it is cut. Node looks once in this time, so
 * it may be twice as long. ms
 */
export const UNREAD_PATIENCE = 60_000;
/** How many bytes may wait for all readers together; beyond that the reader that most waits for is cut. */
export const MAX_WAITING_BYTES = 64 * 1024 * 1024;
/** For streams to take their end when the server stops, or closes its door; then they are cut. ms */
export const SHUTDOWN_TIMEOUT = 1000;
export const DOOR_RETRY = 500; // ms, where another program has taken its port

/** How long the query may be with which a chat is asked by GET, as it is sent: `%E4%B8%AD` is one character to people, nine here. */
export const MAX_CHAT_QUERY = 4096;
export const MAX_MESSAGE = 16 * 1024; // UTF-16 units
/** Messages left by `POST /api/chats`; the oldest is forgotten first. */
export const MAX_LEFT_MESSAGES = 200;
/** Answers of the chat model that are kept or being made; of those that are over, the oldest is forgotten first. */
export const MAX_ANSWERS = 2000;
/** What an event that is kept takes beside its own bytes, as `npm run soak:chat` measured. Bytes. */
export const EVENT_OVERHEAD = 400;
/** How many bytes all answers that are kept may take, with EVENT_OVERHEAD. */
export const MAX_ANSWERS_BYTES = 64 * 1024 * 1024;
/** How many bytes one answer may take, with EVENT_OVERHEAD: some 8 000 tokens. */
export const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** An answer that is over is kept for so long. ms */
export const KEEP_ANSWER = 10 * 60_000;
/** The model works on for so long when nobody reads its answer: a reload, or a lost connection. ms */
export const UNREAD_GRACE = 30_000;
export const MAX_MODEL_EVENT = 256 * 1024; // bytes
/** How many bytes the whole of its stream may have, decompressed, with comments and fields that nobody needs. */
export const MAX_MODEL_BYTES = 16 * 1024 * 1024;
/** Tool calls that are kept of one answer; nobody here runs them. */
export const MAX_TOOL_CALLS = 64;
export const MAX_TOOL_TEXT = 64 * 1024; // UTF-16 units: names and arguments together
export const MAX_REFUSAL = 16 * 1024; // bytes of what the model's service says
/** A connection to the model, maybe through a proxy, and its response head may take so long. ms */
export const MODEL_HEAD_TIMEOUT = 60_000;
export const MODEL_SILENCE_TIMEOUT = 60_000; // ms between two pieces of its stream
/** For more (`[DONE]`, what it counted) after the model has said why it finished; then its answer is complete. ms */
export const MODEL_FINISH_GRACE = 5000;
/** A comment goes to whoever reads an answer when there was nothing else to write: proxies cut what is silent. ms */
export const CHAT_HEARTBEAT = 15_000;
export const MAX_ROLES = 50; // listed

/** How many TCP connections the target proxy takes, from all clients together; more are refused. */
export const MAX_TARGET_CONNECTIONS = 1000;
/** How many bytes a request's or a response's head may have on its way through the target proxy: more than servers take. */
export const MAX_TARGET_HEAD_BYTES = 64 * 1024;
/** How many streams through the target proxy are listed; of those that are over the oldest is forgotten first, then of all. */
export const MAX_WATCHED = 100;
/** So long after its stream's end a client that asks for the same has come back: browsers wait for 3 to 5 s, or as a `retry` says. ms */
export const COMES_BACK_WITHIN = 30_000;
/** How many bytes the records of all these streams may take; the oldest writes of the one least lately added to are forgotten first. */
export const MAX_WATCHED_BYTES = 64 * 1024 * 1024;
/** How many bytes of an answer are kept until it shows whether it is meant as a stream; one that has not by then is none. */
export const MAX_UNDECIDED_BYTES = 64 * 1024;
export const STREAMED_JSON = 100; // ms; JSON that goes on coming for longer is streamed
/** How many compressed bytes may wait for their copy to be decoded; beyond that no more of it is. */
export const MAX_UNDECODED_BYTES = 1024 * 1024;
/** For how long an answer is read that is asked for once more, without `Accept-Encoding`. ms */
export const AGAIN_TIME = 10_000;
export const MAX_AGAIN_BYTES = 1024 * 1024; // bytes
export const WATCHED_EVERY = 250; // ms between two states of the list, as a listener is told them
