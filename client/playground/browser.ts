/** Returns what people call this browser, with its major version; "This browser" where it cannot be told. */
export function browserName(): string {
  const agent = navigator.userAgent;
  // Edge and Opera name Chrome too, and Chrome names Safari: the rarer word is asked for first.
  for (const [word, name] of [
    ["Edg", "Edge"],
    ["OPR", "Opera"],
    ["Firefox", "Firefox"],
    ["Chrome", "Chromium"],
    ["HeadlessChrome", "Chromium"],
    ["Version", "Safari"],
  ] as const) {
    const major = new RegExp(`\\b${word}/(\\d+)`).exec(agent)?.[1];
    if (major !== undefined) return `${name} ${major}`;
  }
  return "This browser";
}
