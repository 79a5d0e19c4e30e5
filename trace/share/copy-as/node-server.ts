/** A Node server that writes what the server wrote in a run, at the same times: a file that runs by itself. */
import type { Header } from "../../../protocol/script/action.ts";
import { toBase64 } from "../../file/base64.ts";
import type { Connection } from "../../run/connection.ts";
import type { EndReason, ServerRecord } from "../../run/records.ts";
import type { Run } from "../../run/run.ts";
import { javascript } from "../quote/javascript.ts";

/** Writes that the program holds; more are left out, and it says so. */
const MAX_COPIED_WRITES = 5000;

/** Header fields that a program must not repeat: the connection, the clock, the page's own origins or their protection made them. */
const NOT_THE_STREAMS =
  /^(date|connection|keep-alive|transfer-encoding|content-length|vary|timing-allow-origin|content-security-policy|x-frame-options|access-control-.*)$/i;

/** The program that plays `connection` of `run` again for whoever asks. */
export function nodeServer(run: Run, connection: Connection): string {
  const writes = run.records.filter(
    (record) =>
      record.side === "server" &&
      record.kind === "write" &&
      run.connectionOf(record) === connection,
  );
  const began = connection.beganAt;
  const listed = writes
    .slice(0, MAX_COPIED_WRITES)
    .flatMap((record) => (record.kind === "write" ? [line(record, began)] : []));
  const left = writes.length - listed.length;
  const ended = connection.end;
  const endsAt = Math.max(0, Math.round((ended?.at ?? run.latest) - began));
  return `// Plays ${javascript(run.setup.script.name)} as it was written then. Save it as server.mjs; run it: node server.mjs
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

// When (ms since the request), and what.
const writes = [
${listed.join("\n")}
];${left > 0 ? ` // and ${left} more, which are left out` : ""}

const server = createServer(async (request, response) => {
  const began = performance.now();
  const until = (at) => wait(Math.max(0, began + at - performance.now()));
  response.writeHead(${javascript(connection.head?.status ?? 200)}, ${head(connection.head?.headers ?? [])});
  response.flushHeaders();
  for (const [at, what] of writes) {
    await until(at);
    response.write(what);
  }
  await until(${endsAt});
  ${ending(ended?.reason)}
});
server.listen(process.env.PORT ?? 3000, () => {
  console.log(\`http://localhost:\${server.address().port}/\`);
});
`;
}

function line({ at, bytes }: Extract<ServerRecord, { kind: "write" }>, began: number): string {
  return `  [${Math.max(0, Math.round(at - began))}, ${literal(bytes)}],`;
}

/** Writes the bytes as text where they are text, so that one can read and change it. */
function literal(bytes: Uint8Array): string {
  try {
    return javascript(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return `Buffer.from(${javascript(toBase64(bytes))}, "base64")`; // a write may end inside a character
  }
}

function head(headers: readonly Header[]): string {
  const own = headers.filter(([name]) => !NOT_THE_STREAMS.test(name));
  // Any page may read it: that is what it is for.
  return javascript(Object.fromEntries([...own, ["Access-Control-Allow-Origin", "*"]]));
}

function ending(reason: EndReason | undefined): string {
  switch (reason?.why) {
    case "drop":
      return reason.how === "reset"
        ? "response.socket?.resetAndDestroy();"
        : "response.socket?.destroy();";
    case "left":
    case undefined:
      return "// and stays open until the client leaves";
    default:
      return "response.end();";
  }
}
