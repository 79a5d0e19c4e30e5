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
/** Scripts left by `POST /api/scripts`; the oldest is removed first. */
export const MAX_SAVED_SCRIPTS = 200;

/** Traces whose records are kept; the one least lately added to is forgotten first. */
export const MAX_TRACES = 64;
/** Records kept of one trace. */
export const MAX_TRACE_RECORDS = 25_000;
/** Of the records of one trace. Bytes, with RECORD_OVERHEAD. */
export const MAX_TRACE_BYTES = 16 * 1024 * 1024;
/** Of the records of all traces; the one least lately added to is forgotten first. Bytes, with RECORD_OVERHEAD. */
export const MAX_TAP_BYTES = 64 * 1024 * 1024;
/** What a record takes beside its bytes and texts, as 30 000 writes of 12 bytes were measured. Bytes. */
export const RECORD_OVERHEAD = 360;
/** What a header takes beside its texts. Bytes. */
export const HEADER_OVERHEAD = 100;
/** Of a URL or the value of a header as the tap tells it; what is more is cut, and said to be. UTF-16 units. */
export const MAX_TOLD_VALUE = 4096;
/** Of all headers of one request or response as the tap tells them. UTF-16 units. */
export const MAX_TOLD_HEADERS = 8192;

/** To receive a whole request, head and body; whoever sends more slowly is cut. ms */
export const REQUEST_TIMEOUT = 10_000;
/** Between two looks for requests that take too long. ms */
export const REQUEST_CHECK = 500;
/** Of a request's head. Bytes. */
export const MAX_HEAD_BYTES = 16 * 1024;
/** This machine's own addresses are asked for again after so long: a laptop changes networks. ms */
export const ADDRESSES_FRESH = 10_000;
/**
 * Between two requests of one connection. Longer than anybody waits before asking again: the dev
 * server's proxy keeps its connections, and where one is closed just as it is used again it answers
 * 504, at which an EventSource gives up. Firefox comes back after 5 s, which is Node's own limit. ms
 */
export const KEEP_ALIVE_TIMEOUT = 120_000;
/**
 * For a reader that takes nothing of what waits for it; then it is cut. Node looks once in this time, so
 * it may be twice as long. ms
 */
export const UNREAD_PATIENCE = 60_000;
/** Of what waits for all readers together; beyond it the one that most waits for is cut. Bytes. */
export const MAX_WAITING_BYTES = 64 * 1024 * 1024;
/** For streams to take their end when the server stops, or closes its door; then they are cut. ms */
export const SHUTDOWN_TIMEOUT = 1000;
/** Before the door is opened once more where another program has taken its port. ms */
export const DOOR_RETRY = 500;

/** Of the query with which a chat is asked by GET, as it is sent: `%E4%B8%AD` is one character to people, nine here. */
export const MAX_CHAT_QUERY = 4096;
/** Of a message to the chat model, in UTF-16 units. */
export const MAX_MESSAGE = 16 * 1024;
/** Messages left by `POST /api/chats`; the oldest is forgotten first. */
export const MAX_LEFT_MESSAGES = 200;
/** Answers of the chat model that are kept or being made; of those that are over, the oldest is forgotten first. */
export const MAX_ANSWERS = 2000;
/** What an event that is kept takes beside its own bytes, as `npm run soak:chat` measured. Bytes. */
export const EVENT_OVERHEAD = 400;
/** Of all answers that are kept. Bytes, with EVENT_OVERHEAD. */
export const MAX_ANSWERS_BYTES = 64 * 1024 * 1024;
/** Of one answer: some 8 000 tokens. Bytes, with EVENT_OVERHEAD. */
export const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** An answer that is over is kept for so long. ms */
export const KEEP_ANSWER = 10 * 60_000;
/** The model works on for so long when nobody reads its answer: a reload, or a lost connection. ms */
export const UNREAD_GRACE = 30_000;
/** Of one event of the model's own stream, in bytes. */
export const MAX_MODEL_EVENT = 256 * 1024;
/** Of the whole of its stream, decompressed, with what is no text: comments, fields that nobody needs. Bytes. */
export const MAX_MODEL_BYTES = 16 * 1024 * 1024;
/** Tool calls that are kept of one answer; nobody here runs them. */
export const MAX_TOOL_CALLS = 64;
/** Of their names and arguments together, in UTF-16 units. */
export const MAX_TOOL_TEXT = 64 * 1024;
/** Of what the model's service says when it refuses. Bytes. */
export const MAX_REFUSAL = 16 * 1024;
/** For a connection to the model, maybe through a proxy, and its response head. ms */
export const MODEL_HEAD_TIMEOUT = 60_000;
/** Between two pieces of its stream. ms */
export const MODEL_SILENCE_TIMEOUT = 60_000;
/** For more (`[DONE]`, what it counted) after the model has said why it finished; then its answer is complete. ms */
export const MODEL_FINISH_GRACE = 5000;
/** A comment goes to whoever reads an answer when there was nothing else to write: proxies cut what is silent. ms */
export const CHAT_HEARTBEAT = 15_000;
/** Roles whose files are listed. */
export const MAX_ROLES = 50;
