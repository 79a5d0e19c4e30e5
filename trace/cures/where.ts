/** The cures that fit how a stream is held, by the line to change: whoever comes asks which tool is theirs. */
import type { Header } from "../../protocol/script/action.ts";
import { type Cure, type Holds, NO_TRANSFORM } from "./cure.ts";
import { curesOf, isNamedIn } from "./cures.ts";

/** Tools with one line to change. `named`: whether the response head fits one of them. */
export type Where = {
  readonly line: string;
  readonly tools: readonly Cure[];
  readonly named: boolean;
};

/**
 * @param headers of the response; the tools that fit them come first
 * @param isServer whether nothing stands before the server
 */
export function whereToChange(
  holds: Exclude<Holds, "nothing">,
  headers: readonly Header[],
  isServer = false,
): readonly Where[] {
  const lines = new Map<string, Cure[]>();
  const known = curesOf(holds).filter(({ inServer }) => inServer || !isServer);
  for (const cure of known) lines.set(cure.line, [...(lines.get(cure.line) ?? []), cure]);
  const all = [...lines].map(([line, tools]): Where => {
    return { line, tools, named: tools.some((tool) => isNamedIn(headers, tool)) };
  });
  return all.toSorted((one, other) => Number(other.named) - Number(one.named));
}

/** Those with which a server's `no-transform` was tried, and did not help. */
export function despiteNoTransform(tools: readonly Cure[]): readonly Cure[] {
  return tools.filter(({ helpsNot }) => helpsNot.some((item) => item.includes(NO_TRANSFORM)));
}

/** Returns what was tried with more than one of `tools`, and helped with none of those. */
export function helpsWithNone(tools: readonly Cure[]): readonly string[] {
  const tried = tools.flatMap(({ helpsNot }) => helpsNot);
  const helped = new Set(tools.flatMap(({ helps }) => helps));
  return [...new Set(tried)].filter(
    (item) => !helped.has(item) && tried.filter((other) => other === item).length > 1,
  );
}

/** Names tools, the versions of one tool behind it: "webpack-dev-server 6.1.0, 5.2.7; Umi 4.7.22". */
export function toolNames(tools: readonly Cure[]): string {
  const versions = new Map<string, string[]>();
  for (const { tool } of tools) {
    const [, name = tool, version = ""] = /^(.*?)(?: (\d.*?))?(?: \([^)]*\))?$/.exec(tool) ?? [];
    versions.set(name, [...(versions.get(name) ?? []), version]);
  }
  return [...versions].map(([name, each]) => `${name} ${each.join(", ")}`.trim()).join("; ");
}
