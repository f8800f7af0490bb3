import { LocalVideoTrack, type Room, RoomEvent } from "livekit-client";
import { changeSender } from "@/lib/client/devices/change-sender";

/**
 * Delays after a track is published. The first reach nearby viewers, the last those on slower
 * connections.
 */
const momentsMs = [200, 400, 700, 1100];

/** Added to `RTCSetParameterOptions` by webrtc-extensions; unknown to Firefox and Safari. */
type KeyFrameOptions = RTCSetParameterOptions & { encodingOptions: { keyFrame: boolean }[] };

/** Null until the first key frame; false if the browser ignored the option. */
let understood: boolean | null = null;

/**
 * Sends extra key frames after publishing. New subscribers often miss the key frame that LiveKit
 * requested for them, since it is sent before their browser has processed the matching answer, and
 * LiveKit requests another only after half a second or a whole one (pkg/sfu/receiver_base.go,
 * PLIThrottleConfig).
 */
export function sendFirstKeyFrames(room: Room): void {
  room.on(RoomEvent.LocalTrackPublished, ({ track }) => {
    if (!(track instanceof LocalVideoTrack)) return;
    for (const afterMs of momentsMs) setTimeout(() => void sendKeyFrame(track), afterMs);
  });
}

/**
 * Requests a key frame for the smaller layers. They are enough for a first picture, and a large one
 * would take bandwidth from them.
 */
async function sendKeyFrame(track: LocalVideoTrack): Promise<void> {
  if (understood === false) return;
  try {
    await changeSender(track, async (sender) => {
      if (!sender.track) return;
      const parameters = sender.getParameters();
      const encodingOptions = smallerSizes(parameters);
      let wasRead = false;
      const options: KeyFrameOptions = {
        get encodingOptions() {
          wasRead = true;
          return encodingOptions;
        },
      };
      await sender.setParameters(parameters, options);
      understood = wasRead;
    });
  } catch {
    // The track was just unpublished: another key frame follows soon, or nobody needs one.
  }
}

const smallerSizes = ({ encodings }: RTCRtpSendParameters) =>
  encodings.map(({ scaleResolutionDownBy = 1 }) => ({
    keyFrame: encodings.length === 1 || scaleResolutionDownBy > 1,
  }));
