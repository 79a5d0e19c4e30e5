/**
 * A set-up as the hash of a link: readable words, and an edited script in deflated base64url. It says
 * only what differs from the first visit. No request's credentials, cookies or body are in it, and reading
 * one begins nothing.
 */
import { isSecret, toldUrl } from "../../protocol/redact.ts";
import type { Header } from "../../protocol/script/action.ts";
import { MAX_SCRIPT_BYTES } from "../../protocol/script/limits.ts";
import { fromBase64, toBase64 } from "../../trace/file/base64.ts";
import type { Depth } from "../../trace/log/row.ts";
import { LANES } from "../../trace/run/lanes.ts";
import type { LaneName } from "../../trace/run/records.ts";
import { chunks } from "../connections/response.ts";
import type { AskLink } from "../playground/asking.ts";
import { playgroundTexts } from "../playground/playground-texts.ts";
import { firstSetUp, type LessonPlace, type SetUp } from "../playground/set-up.ts";
import { linkTexts } from "./share-texts.ts";

/** A longer hash breaks in chats and mails, and in some servers' logs. Characters */
export const MAX_LINK = 16_000;

/** `message` is a sentence for whoever opened the link or asked for it. */
export class LinkError extends Error {
  override readonly name = "LinkError";
}

const COMES_BACK = "comes-back";

const COMING_BACK: ReadonlyMap<string, readonly LaneName[]> = new Map<string, readonly LaneName[]>([
  ...LANES.map((lane) => [lane, [lane]] as const),
  ["both", LANES],
]);

const NAME = /^[\w-]{1,64}$/;
const STEP = /^[1-9]\d?$/;

/** A first visit's hash is "", without `#`. Rejects where it would be too long. */
export async function writeLink(setUp: SetUp): Promise<string> {
  const { switches, depth, presenting } = setUp;
  const first = firstSetUp;
  const words = new URLSearchParams();
  if (setUp.lesson !== null) {
    words.set("lesson", setUp.lesson.name);
    words.set("step", `${setUp.lesson.step}`);
    if (presenting) words.set("present", onOff(true));
    return words.toString();
  }
  if (setUp.scriptName !== first.scriptName) words.set("stream", setUp.scriptName);
  if (switches.compress !== first.switches.compress)
    words.set("compress", onOff(switches.compress));
  if (switches.noTransform) words.set("no-transform", onOff(true));
  if (!switches.proxy) words.set("proxy", onOff(false));
  const [lane, other] = setUp.comesBack;
  if (lane !== undefined) words.set(COMES_BACK, other === undefined ? lane : "both");
  if (depth !== first.depth) words.set("depth", depth);
  if (presenting) words.set("present", onOff(true));
  if (setUp.ask !== null) writeAsk(words, setUp.ask);
  if (setUp.text !== null) words.set("script", await packed(setUp.text));
  const link = words.toString();
  if (link.length > MAX_LINK) throw new LinkError(linkTexts.tooLong);
  return link;
}

/** Rejects with a `LinkError` where the hash is damaged. */
export async function readLink(hash: string): Promise<SetUp> {
  if (hash.length > MAX_LINK) throw new LinkError(linkTexts.damaged);
  const words = new Map(new URLSearchParams(hash));
  const first = firstSetUp;
  const { compress, noTransform, proxy } = first.switches;
  const script = words.get("script");
  return {
    scriptName: nameIn(words, "stream") ?? first.scriptName,
    text: script === undefined ? null : await unpacked(script),
    switches: {
      compress: switchIn(words, "compress") ?? compress,
      noTransform: switchIn(words, "no-transform") ?? noTransform,
      proxy: switchIn(words, "proxy") ?? proxy,
    },
    comesBack: lanesIn(words, COMES_BACK) ?? first.comesBack,
    depth: depthIn(words) ?? first.depth,
    presenting: switchIn(words, "present") ?? first.presenting,
    lesson: lessonIn(words),
    ask: askIn(words),
  };
}

/** Where this page was opened by a name of this machine alone, others in the room need another. */
export function forRoom(link: string, [host]: readonly string[]): string {
  const url = new URL(link);
  if (host === undefined || !/^(localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname)) return link;
  url.hostname = host;
  return url.href;
}

type Words = ReadonlyMap<string, string>;

function onOff(value: boolean): string {
  return value ? "on" : "off";
}

function switchIn(words: Words, word: string): boolean | undefined {
  const value = words.get(word);
  if (value === undefined) return undefined;
  if (value !== "on" && value !== "off") throw new LinkError(linkTexts.wrong(word, "on, off"));
  return value === "on";
}

function nameIn(words: Words, word: string): string | undefined {
  const name = words.get(word);
  if (name !== undefined && !NAME.test(name)) throw new LinkError(linkTexts.damaged);
  return name;
}

function lessonIn(words: Words): LessonPlace | null {
  const name = nameIn(words, "lesson");
  if (name === undefined) return null;
  const step = words.get("step") ?? "1";
  if (!STEP.test(step)) throw new LinkError(linkTexts.damaged);
  return { name, step: Number(step) };
}

/** A body may hold a secret: it is left out. */
function withoutSecrets({ url, method, headers }: AskLink): AskLink {
  return { url: toldUrl(url), method, headers: headers.filter(([name]) => !isSecret(name)) };
}

/** Headers stand a line each, as on the wire. */
function writeAsk(words: URLSearchParams, ask: AskLink): void {
  const { url, method, headers } = withoutSecrets(ask);
  words.set("ask", url);
  if (method !== "GET") words.set("method", method);
  if (headers.length > 0) words.set("headers", headers.map((one) => one.join(": ")).join("\n"));
}

function askIn(words: Words): AskLink | null {
  const url = words.get("ask");
  if (url === undefined) return null;
  const method = words.get("method") ?? "GET";
  const lines = words.get("headers")?.split("\n") ?? [];
  const headers = lines.map((line): Header => {
    const [, name, value] = /^([!#$%&'*+.^`|~\w-]+): (.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new LinkError(linkTexts.damaged);
    return [name, value];
  });
  if (!/^[A-Z]{1,20}$/.test(method)) throw new LinkError(linkTexts.damaged);
  return withoutSecrets({ url, method, headers });
}

function lanesIn(words: Words, word: string): readonly LaneName[] | undefined {
  const value = words.get(word);
  if (value === undefined) return undefined;
  const lanes = COMING_BACK.get(value);
  if (lanes === undefined)
    throw new LinkError(linkTexts.wrong(word, [...COMING_BACK.keys()].join(", ")));
  return lanes;
}

function depthIn(words: Words): Depth | undefined {
  const value = words.get("depth");
  if (value === undefined) return undefined;
  if (isDepth(value)) return value;
  throw new LinkError(linkTexts.wrong("depth", Object.keys(playgroundTexts.depths).join(", ")));
}

function isDepth(word: string): word is Depth {
  return Object.hasOwn(playgroundTexts.depths, word);
}

async function packed(text: string): Promise<string> {
  const deflated = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(deflated).arrayBuffer());
  return toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function unpacked(word: string): Promise<string> {
  const bytes = fromBase64(word.replaceAll("-", "+").replaceAll("_", "/"));
  if (bytes === null) throw new LinkError(linkTexts.damaged);
  try {
    return await inflated(bytes);
  } catch {
    throw new LinkError(linkTexts.damaged);
  }
}

/** A small link may inflate to gigabytes, so no more is read than a script may have. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  let text = "";
  let size = 0;
  for await (const bytes of chunks(new Response(stream))) {
    size += bytes.length;
    if (size > MAX_SCRIPT_BYTES) throw new RangeError(`more than ${MAX_SCRIPT_BYTES} bytes`);
    text += decoder.decode(bytes, { stream: true });
  }
  return text + decoder.decode();
}
