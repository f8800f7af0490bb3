import { Checker, type InstantiableCheck, Track } from "livekit-client";
import type { LineFigures } from "./line-check";
import { readSending, sendingStart } from "./sending-stats";

/** A browser's estimate of the line begins low and needs this long to come near it. */
const measureMs = 4_000;

export type SendingTracks = {
  video: MediaStreamTrack | undefined;
  audio: MediaStreamTrack | undefined;
};

/**
 * Sends what the preview shows for some seconds and measures how it goes. LiveKit's own publish
 * checks would open camera and microphone a second time, and fail for somebody who is silent.
 */
export function sendingCheckOf(
  { video, audio }: SendingTracks,
  { onMeasured, signal }: { onMeasured: (figures: LineFigures) => void; signal: AbortSignal },
): InstantiableCheck<Checker> {
  return class SendingCheck extends Checker {
    get description() {
      return "Sending picture and sound";
    }

    protected async perform(): Promise<void> {
      if (!video && !audio) return this.skip();
      const room = await this.connect();
      signal.addEventListener("abort", () => void room.disconnect());
      // Copies: what is stopped at the end of the check is not the preview.
      const copies = {
        [Track.Source.Camera]: video?.clone(),
        [Track.Source.Microphone]: audio?.clone(),
      };
      try {
        for (const [source, copy] of Object.entries(copies)) {
          if (!copy) continue;
          const options = { source: source as Track.Source, simulcast: false };
          await room.localParticipant.publishTrack(copy, options);
        }
        await new Promise((resolve) => setTimeout(resolve, measureMs));
        const tracks = [...room.localParticipant.trackPublications.values()];
        const reports = await Promise.all(tracks.map(({ track }) => track?.getRTCStatsReport()));
        const sample = readSending(reports, sendingStart);
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
