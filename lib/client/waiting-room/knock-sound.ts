const tones = [
  { hertz: 587, afterSeconds: 0 },
  { hertz: 784, afterSeconds: 0.14 },
];
const toneSeconds = 0.22;
/** Audible next to a conversation, but barely picked up by an open microphone. */
const loudness = 0.08;
const patienceMs = 500;

/** Plays two short tones. Silent if the browser suspends audio: a late knock would mislead. */
export async function playKnock(): Promise<void> {
  const context = new AudioContext();
  const late = new Promise<"late">((resolve) => setTimeout(() => resolve("late"), patienceMs));
  if ((await Promise.race([context.resume(), late])) !== "late") {
    for (const tone of tones) sound(context, tone);
  }
  setTimeout(() => void context.close(), 1_000);
}

function sound(context: AudioContext, { hertz, afterSeconds }: (typeof tones)[number]): void {
  const from = context.currentTime + afterSeconds;
  const tone = new OscillatorNode(context, { frequency: hertz });
  const gain = new GainNode(context, { gain: 0 });
  // Ramps, since a tone that starts or stops abruptly clicks.
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(loudness, from + 0.02);
  gain.gain.linearRampToValueAtTime(0, from + toneSeconds);
  tone.connect(gain).connect(context.destination);
  tone.start(from);
  tone.stop(from + toneSeconds);
}
