/** Says what is struck when events arrive, on a context whose clock stands until the test turns it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LANES } from "../../trace/run/lanes.ts";
import { tickAtArrivals } from "./ticks.ts";

type Stroke = { pitch: number; loudness: number };

const strokes: Stroke[] = [];
let now = 0; // s

class Part {
  readonly frequency = { value: 0 };
  readonly gain = {
    setValueAtTime: (loudness: number) => {
      this.loudness = loudness;
    },
    exponentialRampToValueAtTime: () => {},
  };
  loudness = 0;
  #next: Part | undefined;

  connect(next: Part): Part {
    this.#next = next;
    return next;
  }
  start(): void {
    strokes.push({ pitch: this.frequency.value, loudness: this.#next?.loudness ?? 0 });
  }
  stop(): void {}
}

class Context {
  readonly state = "running";
  readonly destination = new Part();
  get currentTime(): number {
    return now;
  }
  createGain = () => new Part();
  createOscillator = () => new Part();
  close = async () => {};
}

Object.assign(globalThis, { AudioContext: Context });

/** A page whose one run has so many events of each lane, and is listened to. */
function listened() {
  const arrived = { length: 0 };
  const shown = { run: { lanes: LANES.map((name) => ({ name, attempts: [{ arrived }] })) } };
  const page = Object.assign(new EventTarget(), { runs: [shown], current: shown });
  strokes.length = 0;
  const silence = tickAtArrivals(page);
  return {
    silence,
    /** So many events arrive in each lane, `after` s after the ones before. */
    arrive(events: number, after: number): void {
      now += after;
      arrived.length += events;
      page.dispatchEvent(new Event("change"));
    },
  };
}

const ofPitch = (pitch: number) => strokes.filter((stroke) => stroke.pitch === pitch);

test("events that come one by one are ticks, all as loud, in one pitch a lane", () => {
  const page = listened();
  for (let event = 0; event < 5; event++) page.arrive(1, 0.5);
  const pitches = new Set(strokes.map(({ pitch }) => pitch));
  assert.equal(pitches.size, LANES.length);
  for (const pitch of pitches) assert.equal(ofPitch(pitch).length, 5);
  assert.equal(new Set(strokes.map(({ loudness }) => loudness)).size, 1);
});

test("a burst is one stroke a lane, the louder the more there is of it, and no louder than the loudest", () => {
  const page = listened();
  for (const events of [1, 5, 10_000, 20_000]) page.arrive(events, 0.5);
  const [pitch = 0] = strokes.map(({ pitch }) => pitch);
  const [one = 0, five = 0, many = 0, more = 0] = ofPitch(pitch).map(({ loudness }) => loudness);
  assert.equal(ofPitch(pitch).length, 4);
  assert.ok(one < five && five < many && many < 1);
  assert.equal(more, many);
});

test("what comes in the instant of a stroke is heard with it", () => {
  const page = listened();
  page.arrive(1, 0.5);
  for (let event = 0; event < 9; event++) page.arrive(1, 0.001);
  assert.equal(strokes.length, LANES.length);
  page.arrive(1, 0.5);
  assert.equal(strokes.length, 2 * LANES.length);
});

test("once it is silent nothing is struck", () => {
  const page = listened();
  page.silence();
  page.arrive(1, 0.5);
  assert.deepEqual(strokes, []);
});
