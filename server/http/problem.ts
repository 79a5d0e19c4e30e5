/**
 * Says what the server answers when it won't do what was asked: a problem document (RFC 9457). `code` is
 * stable and for programs, `detail` for people: what was got, and what to write instead.
 */
import { STATUS_CODES } from "node:http";
import type { Problem as ScriptProblem } from "../../protocol/script/problem.ts";

export const PROBLEM_TYPE = "application/problem+json";

/** Members of a problem document that only some problems have. */
type ProblemMembers = {
  problems?: readonly ScriptProblem[];
  problemCount?: number;
};

export class Problem extends Error {
  readonly statusCode: number;
  readonly code: string;
  readonly #members: ProblemMembers;

  constructor(statusCode: number, code: string, detail: string, members: ProblemMembers = {}) {
    super(detail);
    this.statusCode = statusCode;
    this.code = code;
    this.#members = members;
  }

  /** Without `type`, which then means that `title` is the status's own phrase. */
  toJSON(): object {
    const { statusCode: status, code, message: detail } = this;
    return { title: STATUS_CODES[status] ?? "Error", status, code, detail, ...this.#members };
  }
}
