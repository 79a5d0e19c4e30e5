/** Says where things answer: the page and its compressed twin (webpack-dev-server), and the server. */

export type Ports = { page: number; twin: number; server: number };

const KNOWN = [
  { of: "page", variable: "PAGE_PORT", port: 8345 },
  { of: "twin", variable: "TWIN_PORT", port: 8346 },
  { of: "server", variable: "SERVER_PORT", port: 3333 },
] as const;

/**
 * Reads the three ports; a variable that is not set or empty leaves the usual one.
 * @throws RangeError whose message is one line for whoever set the variable
 */
export function readPorts(env: Readonly<Record<string, string | undefined>>): Ports {
  const ports: Ports = { page: 0, twin: 0, server: 0 };
  for (const { of, variable, port } of KNOWN) {
    const text = env[variable] || String(port);
    const value = Number(text);
    if (!/^\d{1,5}$/.test(text) || value < 1 || value > 65535) {
      throw new RangeError(
        `${variable} is "${text}", which is no port; write a number from 1 to 65535, such as ${variable}=${port}`,
      );
    }
    const taken = KNOWN.find((other) => other.of !== of && ports[other.of] === value);
    if (taken) {
      throw new RangeError(
        `${variable} and ${taken.variable} are both ${value}; give each its own port`,
      );
    }
    ports[of] = value;
  }
  return ports;
}

/** This process has these ports. A wrong variable ends it here, before anything listens, with that one line. */
export const ports = readOwnPorts();

function readOwnPorts(): Ports {
  try {
    return readPorts(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
