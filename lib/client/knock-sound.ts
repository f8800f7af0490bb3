const tones = [
  { hertz: 587, afterSeconds: 0 },
  { hertz: 784, afterSeconds: 0.14 },
];
const toneSeconds = 0.22;
/** Heard beside a conversation, and hardly by an open microphone. */
const loudness = 0.08;

/** Two short tones. Silent where the browser holds sound back; a knock sounded late would mislead. */
export function playKnock(): void {
  const context = new AudioContext();
  if (context.state === "running") {
    for (const { hertz, afterSeconds } of tones) {
      const from = context.currentTime + afterSeconds;
      const tone = new OscillatorNode(context, { frequency: hertz });
      const gain = new GainNode(context, { gain: 0 });
      gain.gain.setValueAtTime(0, from);
      gain.gain.linearRampToValueAtTime(loudness, from + 0.02);
      gain.gain.linearRampToValueAtTime(0, from + toneSeconds);
      tone.connect(gain).connect(context.destination);
      tone.start(from);
      tone.stop(from + toneSeconds);
    }
  }
  setTimeout(() => void context.close(), 1_000);
}
