/**
 * What a question may ask of the demo model besides an answer, by words in it: what a real service does on
 * a bad day. docs/chat.md lists them.
 */
export type Wish =
  /** It refuses with that status. */
  | { kind: "status"; status: 401 | 429 | 500 }
  /** It answers with a page in place of a stream. */
  | { kind: "html" }
  /** It takes the question and never answers. */
  | { kind: "no-head" }
  /** In the middle of the answer: the connection is reset, nothing more comes, a line is no JSON, an `error` comes. */
  | { kind: "cut" | "silence" | "json" | "inside" }
  /** Four tokens a second. */
  | { kind: "slow" };

const WISHES: [words: RegExp, wish: Wish][] = [
  [/\bfail 401\b/i, { kind: "status", status: 401 }],
  [/\bfail 429\b/i, { kind: "status", status: 429 }],
  [/\bfail 500\b/i, { kind: "status", status: 500 }],
  [/\bfail html\b/i, { kind: "html" }],
  [/\bfail head\b/i, { kind: "no-head" }],
  [/\bfail silence\b/i, { kind: "silence" }],
  [/\bfail json\b/i, { kind: "json" }],
  [/\bfail inside\b/i, { kind: "inside" }],
  [/\bcut\b/i, { kind: "cut" }],
  [/\bslow\b/i, { kind: "slow" }],
];

/** The first wish whose words are in the question; null for none. */
export function wishIn(question: string): Wish | null {
  return WISHES.find(([words]) => words.test(question))?.[1] ?? null;
}
