type WithSink = AudioContext & { setSinkId?: (id: string) => Promise<void> };

/** Whether this browser lets a page choose the speaker. */
export const canChooseSpeaker = () =>
  typeof AudioContext !== "undefined" && "setSinkId" in AudioContext.prototype;

const notes = [523.25, 659.25, 783.99];
const noteSeconds = 0.28;

/**
 * Plays three rising notes through a speaker, or the browser's default. Resolves after the last.
 */
export async function playTestTone(speakerId: string | undefined): Promise<void> {
  const context: WithSink = new AudioContext();
  try {
    if (speakerId && context.setSinkId) await context.setSinkId(speakerId);
    await context.resume();
    const start = context.currentTime + 0.05;
    for (const [index, frequency] of notes.entries()) {
      ring(context, frequency, start + index * noteSeconds);
    }
    const endMs = (notes.length * noteSeconds + 0.4) * 1_000;
    await new Promise((resolve) => setTimeout(resolve, endMs));
  } finally {
    await context.close();
  }
}

function ring(context: AudioContext, frequency: number, at: number): void {
  const tone = new OscillatorNode(context, { frequency, type: "sine" });
  const volume = new GainNode(context, { gain: 0 });
  // A tone that starts or stops abruptly clicks.
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.25, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + noteSeconds + 0.3);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + noteSeconds + 0.3);
}
