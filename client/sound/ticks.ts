/**
 * A run to listen to: a tick for each event that arrives, one pitch a lane. What arrives in one instant
 * is one clack, and the more there is of it the louder: a burst is heard as a burst.
 */
import { INSTANT } from "../../trace/run/noise.ts";
import type { LaneName } from "../../trace/run/records.ts";

type Lane = { name: LaneName; attempts: readonly { arrived: { length: number } }[] };
type ShownRun = { run: { lanes: readonly Lane[] } };
type Page = EventTarget & { runs: readonly ShownRun[]; current: ShownRun | undefined };

const SOUNDS_A_SECOND = 1000 / INSTANT;

/** Each lane has its pitch. They are a fifth apart, so both together sound well. Hz */
const PITCH: Readonly<Record<LaneName, number>> = { eventsource: 880, fetch: 1320 };

/** Returns how to be silent again. */
export function tickAtArrivals(page: Page): () => void {
  const context = new AudioContext();
  const strike = createVoice(context);
  const heard = new WeakMap<Lane, number>();
  const struckAt = new Map<LaneName, number>(); // s by the context's clock

  function listen(lane: Lane, isShown: boolean): void {
    const arrived = lane.attempts.reduce((sum, attempt) => sum + attempt.arrived.length, 0);
    const events = arrived - (heard.get(lane) ?? 0);
    heard.set(lane, arrived);
    const now = context.currentTime;
    const isSameInstant = now - (struckAt.get(lane.name) ?? -1) < 1 / SOUNDS_A_SECOND;
    if (events === 0 || !isShown || isSameInstant) return;
    struckAt.set(lane.name, now);
    strike(PITCH[lane.name], events);
  }

  function listenToAll(): void {
    for (const one of page.runs) {
      for (const lane of one.run.lanes) listen(lane, isAudible() && one === page.current);
    }
  }

  /** A browser lets no page sound before somebody has touched it; until then what arrives passes in silence. */
  function isAudible(): boolean {
    if (context.state !== "running") void context.resume();
    return context.state === "running";
  }

  for (const { run } of page.runs) for (const lane of run.lanes) listen(lane, false);
  page.addEventListener("change", listenToAll);
  return () => {
    page.removeEventListener("change", listenToAll);
    void context.close();
  };
}

const RING = 0.08; // s

/** One event is so loud, and the loudest burst; 1 is as loud as the machine is set to. */
const SOFT = 0.12;
const LOUD = 0.5;

/** A loudness that nobody hears: an exponential fall never reaches 0. */
const SILENT = 0.0001;

/**
 * A tick for one event, a clack for several in one instant, the louder the more there are.
 * @returns strikes it now, at a pitch in Hz
 */
function createVoice(context: BaseAudioContext): (pitch: number, events: number) => void {
  return (pitch, events) => {
    const now = context.currentTime;
    const loudness = context.createGain();
    loudness.gain.setValueAtTime(Math.min(LOUD, SOFT * Math.sqrt(events)), now);
    loudness.gain.exponentialRampToValueAtTime(SILENT, now + RING);
    const tone = context.createOscillator();
    tone.type = events === 1 ? "sine" : "triangle";
    tone.frequency.value = pitch;
    tone.connect(loudness).connect(context.destination);
    tone.start(now);
    tone.stop(now + RING);
  };
}
