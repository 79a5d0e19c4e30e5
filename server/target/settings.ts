/**
 * Which server the target proxy stands before, as whoever starts the playground says it: by the environment, or by
 * options of the command for every shell.
 */
import { isThisMachine } from "../http/allowed-hosts.ts";
import { type Ports, ports } from "../http/ports.ts";

export type Target = {
  /** Such as `http://localhost:8080`. */
  readonly origin: string;
  /** Where the proxy listens. */
  readonly port: number;
  /** Whether a certificate is taken that no authority has signed. */
  readonly selfSigned: boolean;
};

type Env = Readonly<Record<string, string | undefined>>;

const USUAL_PORT = 3334;
const EXAMPLE = "TARGET=http://localhost:8080";

/** The same as options of a command, for `parseArgs`. */
export const targetOptions = {
  target: { type: "string" },
  "self-signed": { type: "boolean" },
  "other-machine": { type: "boolean" },
} as const;

/** What those options say in the environment's words. */
export function asEnvironment(options: {
  target?: string | undefined;
  "self-signed"?: boolean | undefined;
  "other-machine"?: boolean | undefined;
}): Record<string, string> {
  return {
    ...(options.target === undefined ? {} : { TARGET: options.target }),
    ...(options["self-signed"] ? { TARGET_SELF_SIGNED: "1" } : {}),
    ...(options["other-machine"] ? { TARGET_OTHER_MACHINE: "1" } : {}),
  };
}

/**
 * The target that TARGET names; null where it is not set.
 * @param own the playground's own ports
 * @throws RangeError whose message is one line for whoever set the variable; it never shows a password
 */
export function readTarget(env: Env, own: Ports = ports): Target | null {
  const { TARGET = "", TARGET_SELF_SIGNED = "", TARGET_OTHER_MACHINE = "" } = env;
  if (TARGET === "") return null;
  const url = URL.parse(TARGET);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new RangeError(`TARGET is no address of a server; write one, such as ${EXAMPLE}`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new RangeError(`TARGET holds a user name or password; leave it out: ${EXAMPLE}`);
  }
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    const what = `TARGET is "${TARGET}", and paths pass as they are asked for`;
    throw new RangeError(`${what}; write TARGET=${url.origin}`);
  }
  const port = readPort(env, own);
  const isHere = isThisMachine(url.hostname);
  if (!isHere && TARGET_OTHER_MACHINE !== "1") {
    const what = `TARGET is "${TARGET}", which is another machine: every program and page here could then ask it`;
    throw new RangeError(`${what}; set TARGET_OTHER_MACHINE=1 (--other-machine) if that is meant`);
  }
  if (isHere && Number(url.port) === port) {
    throw new RangeError(`TARGET and TARGET_PORT are both ${port}; give each its own port`);
  }
  return { origin: url.origin, port, selfSigned: TARGET_SELF_SIGNED === "1" };
}

function readPort({ TARGET_PORT }: Env, own: Ports): number {
  const text = TARGET_PORT || String(USUAL_PORT);
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65535) {
    const write = `write a number from 1 to 65535, such as TARGET_PORT=${USUAL_PORT}`;
    throw new RangeError(`TARGET_PORT is "${text}", which is no port; ${write}`);
  }
  // What is asked there is a stranger's: it must never count as the playground's own origin.
  if (Object.values(own).includes(port)) {
    throw new RangeError(
      `TARGET_PORT is ${port}, which is one of the playground's own; write another`,
    );
  }
  return port;
}
