/** Lines, and the blocks that they make. */
import { message, type Vector, vector } from "./vector.ts";

const a = message("a");
const b = message("b");

export const lines: readonly Vector[] = [
  vector("nothing at all dispatches nothing", "", []),
  vector("a blank line dispatches the block before it", "data: a\n\n", [a]),
  vector("blank lines without a block dispatch nothing", "\n\n\ndata: a\n\n\n\n", [a]),
  vector("each block is an event of its own", "data: a\n\ndata: b\n\n", [a, b]),
  vector("an end without the blank line dispatches nothing", "data: a\n\ndata: b\n", [a]),
  vector("an end inside a line dispatches nothing", "data: a\n\ndata: b", [a]),
  vector("a blank line that is not ended dispatches nothing", "data: a\n\nid: 7\ndata: b\n", [a]),
  vector(
    "the id of a block without its blank line is not kept",
    "id: 1\ndata: a\n\nid: 2\ndata: b\n",
    [["message", "a", "1"]],
  ),
  vector("a line of one blank is no blank line", "data: a\n \ndata: b\n\n", [message("a\nb")]),

  vector("LF ends a line", "data: a\ndata: b\n\n", [message("a\nb")]),
  vector("CR ends a line", "data: a\rdata: b\r\r", [message("a\nb")]),
  // With one data line this row would pass a parser that takes CRLF for two.
  vector("CRLF is one line end", "data: a\r\ndata: b\r\n\r\n", [message("a\nb")]),
  vector("LF CR is two line ends", "data: a\n\rdata: b\n\r", [a, b]),
  vector("CR CR LF is two line ends", "data: a\r\r\ndata: b\r\r\n", [a, b]),
  vector("CR LF LF is two line ends", "data: a\r\n\ndata: b\r\n\n", [a, b]),
  vector("CR LF CR is two line ends", "data: a\r\n\rdata: b\r\n\r", [a, b]),
  vector("line ends may be mixed", "data: a\rdata: b\ndata: c\r\ndata: d\n\r\n", [
    message("a\nb\nc\nd"),
  ]),
  vector("CRs alone before an LF are line ends too", "data: a\rdata: b\rdata: c\n\n", [
    message("a\nb\nc"),
  ]),
  vector("a CR at the end of the body is a line end", "data: a\n\r", [a]),
  vector("U+2028, U+2029 and U+0085 end no line", "data: a\u2028b\u2029c\u0085d\n\n", [
    message("a\u2028b\u2029c\u0085d"),
  ]),
  vector("VT and FF end no line", "data: a\vb\fc\n\n", [message("a\vb\fc")]),

  vector("a comment is ignored", ": hello\ndata: a\n\n", [a]),
  vector("a colon alone is a comment", ":\n\ndata: a\n\n", [a]),
  vector("comments alone dispatch nothing", ": a\n: b\n\n:\n\n", []),
  vector("a comment may stand between data lines", "data: a\n: x\ndata: b\n\n", [message("a\nb")]),
  vector("a field behind a colon is a comment", ":data: a\n:id: 1\ndata: b\n\n", [b]),
  vector("a field behind a blank and a colon is unknown", " :data: a\ndata: b\n\n", [b]),
];
