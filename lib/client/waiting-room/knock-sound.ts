const tones = [
  { hertz: 587, afterSeconds: 0 },
  { hertz: 784, afterSeconds: 0.14 },
];
const toneSeconds = 0.22;
/** Heard beside a conversation, and hardly by an open microphone. */
const loudness = 0.08;
const patienceMs = 500;

/** Two short tones. Silent where the browser holds sound back: a knock sounded late would mislead. */
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
  // Ramps, since a tone that begins or ends at once clicks.
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(loudness, from + 0.02);
  gain.gain.linearRampToValueAtTime(0, from + toneSeconds);
  tone.connect(gain).connect(context.destination);
  tone.start(from);
  tone.stop(from + toneSeconds);
}
