/** Lists all directives, in the order of docs/script-format.md. A new one is a file in directives/ and a row here. */
import type { Directive } from "./directive.ts";
import { attempt } from "./directives/attempt.ts";
import { bytes } from "./directives/bytes.ts";
import { chunk } from "./directives/chunk.ts";
import { cut } from "./directives/cut.ts";
import { close, drop, hang } from "./directives/endings.ts";
import { eol } from "./directives/eol.ts";
import { header } from "./directives/header.ts";
import { heartbeat } from "./directives/heartbeat.ts";
import { end, repeat } from "./directives/repeat.ts";
import { resume } from "./directives/resume.ts";
import { status } from "./directives/status.ts";
import { wait } from "./directives/wait.ts";

export const directives: readonly Directive[] = [
  status,
  header,
  wait,
  repeat,
  end,
  cut,
  chunk,
  eol,
  bytes,
  heartbeat,
  hang,
  drop,
  close,
  attempt,
  resume,
];
