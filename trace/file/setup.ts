/** What was asked for when a run began, as it stands in a file. */
import type { Path, Setup } from "../run/records.ts";
import type { Fields } from "./fields.ts";

/** Reads it; what is missing or wrong is told with its place. */
export function readSetup(fields: Fields): Setup {
  const script = fields.object("script");
  return {
    trace: fields.text("trace"),
    script: { name: script.text("name"), text: script.text("text") },
    path: readPath(fields.object("path")),
    noTransform: fields.flag("noTransform"),
    browser: fields.text("browser"),
    beganAt: fields.number("beganAt"),
    clockError: fields.number("clockError"),
  };
}

function readPath(fields: Fields): Path {
  const port = fields.port("port");
  return fields.flag("proxy")
    ? { proxy: true, port, compress: fields.flag("compress") }
    : { proxy: false, port };
}
