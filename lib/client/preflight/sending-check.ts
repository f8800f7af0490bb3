import { Checker, type InstantiableCheck, type Room, Track } from "livekit-client";
import type { LineFigures } from "./line-check";
import { readSending, type SendingSample, sendingStart } from "./sending-stats";

/**
 * Browsers start with a low bandwidth estimate: a fast connection is recognized quickly, a slow one
 * only after this long.
 */
const longestMs = 8_000;
const shortestMs = 3_000;
const lookEveryMs = 500;
const plentyKbps = 1_500;

export type SendingTracks = {
  video: MediaStreamTrack | undefined;
  audio: MediaStreamTrack | undefined;
};

/**
 * Sends the preview's tracks for a few seconds and measures the result. LiveKit's own publish
 * checks would open camera and microphone a second time, and fail if the person is silent.
 */
export function sendingCheckOf(
  { video, audio }: SendingTracks,
  { onMeasured, signal }: { onMeasured: (figures: LineFigures) => void; signal: AbortSignal },
): InstantiableCheck<Checker> {
  return class SendingCheck extends Checker {
    get description() {
      return "Sending video and audio";
    }

    protected async perform(): Promise<void> {
      if (!isOpen(video) && !isOpen(audio)) return this.skip();
      const room = await this.connect();
      signal.addEventListener("abort", () => void room.disconnect());
      // Copies, so that stopping them after the check does not stop the preview.
      const copies = {
        [Track.Source.Camera]: video?.clone(),
        [Track.Source.Microphone]: audio?.clone(),
      };
      // The preview may have closed meanwhile: an encoder replaced it, or the device was turned
      // off.
      if (!Object.values(copies).some(isOpen)) return this.skip();
      try {
        for (const [source, copy] of Object.entries(copies)) {
          if (!isOpen(copy)) continue;
          const options = { source: source as Track.Source, simulcast: false };
          await room.localParticipant.publishTrack(copy, options);
        }
        const sample = await measure(room, signal);
        if (sample.packetsSent === 0) throw new Error("no packet was sent");
        onMeasured({
          carriesKbps: sample.carriesKbps,
          roundTripMs: sample.roundTripMs,
          loss: sample.packetsLost / sample.packetsSent,
          limitedByCpu: sample.limitation === "cpu",
        });
      } finally {
        for (const copy of Object.values(copies)) copy?.stop();
      }
    }
  };
}

const isOpen = (track: MediaStreamTrack | undefined): track is MediaStreamTrack =>
  track?.readyState === "live";

async function measure({ localParticipant }: Room, signal: AbortSignal): Promise<SendingSample> {
  for (let passedMs = lookEveryMs; ; passedMs += lookEveryMs) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    const tracks = [...localParticipant.trackPublications.values()];
    const reports = await Promise.all(tracks.map(({ track }) => track?.getRTCStatsReport()));
    const sample = readSending(reports, sendingStart);
    const plenty = (sample.carriesKbps ?? 0) >= plentyKbps && passedMs >= shortestMs;
    if (plenty || passedMs >= longestMs || signal.aborted) return sample;
  }
}
