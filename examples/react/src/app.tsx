import { useState } from "react";
import type { StreamEvent, StreamState } from "./event-stream.ts";
import { useEventStream } from "./use-event-stream.ts";

type Tick = { tick: number };

const SHOWN = 20;

export function App() {
  const [token, setToken] = useState("let-me-in");
  const [isMounted, setMounted] = useState(true);
  return (
    <main>
      <h1>useEventStream</h1>
      <label>
        Token <input value={token} onChange={({ target }) => setToken(target.value)} />
      </label>{" "}
      <button type="button" onClick={() => setMounted(!isMounted)}>
        {isMounted ? "Unmount" : "Mount"}
      </button>
      {/* The key: another token is another component, with a stream of its own. */}
      {isMounted && <Ticks key={token} token={token} />}
    </main>
  );
}

function Ticks({ token }: { token: string }) {
  const [ticks, setTicks] = useState<Tick[]>([]);
  const { state, stop, start } = useEventStream("/events", {
    headers: { Authorization: `Bearer ${token}` },
    parse: readTick,
    onEvent: (tick) => setTicks((ticks) => [...ticks, tick].slice(-SHOWN)),
  });
  const isStopped = state.kind === "stopped";
  return (
    <section aria-label="Ticks">
      <p role="status">{sentence(state)}</p>
      <button type="button" onClick={isStopped ? start : stop}>
        {isStopped ? "Start" : "Stop"}
      </button>
      <ul>
        {ticks.map(({ tick }) => (
          <li key={tick}>{tick}</li>
        ))}
      </ul>
    </section>
  );
}

function readTick({ data }: StreamEvent): Tick {
  const value: unknown = JSON.parse(data);
  if (typeof value === "object" && value !== null && "tick" in value) {
    if (typeof value.tick === "number") return { tick: value.tick };
  }
  throw new TypeError(`Not a tick: ${data}`);
}

function sentence(state: StreamState): string {
  switch (state.kind) {
    case "connecting":
      return "Connecting …";
    case "open":
      return "Open";
    case "waiting":
      return `Asks again in ${state.ms} ms`;
    case "ended":
      return "Ended: the server has no more";
    case "failed":
      return `Failed: ${state.reason}`;
    case "stopped":
      return "Stopped";
  }
}
