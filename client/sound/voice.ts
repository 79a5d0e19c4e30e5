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
export function createVoice(context: BaseAudioContext): (pitch: number, events: number) => void {
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
