import { LocalVideoTrack, type Room, RoomEvent } from "livekit-client";

/** After a picture is in the room: the first reach viewers who are near, the last those on slower lines. */
const momentsMs = [200, 400, 700, 1100];

/** What webrtc-extensions adds to `RTCSetParameterOptions`; Firefox and Safari do not know it. */
type KeyFrameOptions = RTCSetParameterOptions & { encodingOptions: { keyFrame: boolean }[] };

/** Null until the first key frame; false in a browser that only set the same parameters again. */
let understood: boolean | null = null;

/**
 * Sends key frames on its own at first. Who is told of a picture often misses the one that LiveKit
 * asked for on their behalf, since it is on its way before their browser has taken the answer that
 * belongs to it; and LiveKit asks again after half a second, or a whole one, at the earliest
 * (pkg/sfu/receiver_base.go, PLIThrottleConfig).
 */
export function sendFirstKeyFrames(room: Room): void {
  room.on(RoomEvent.LocalTrackPublished, ({ track }) => {
    if (!(track instanceof LocalVideoTrack)) return;
    for (const afterMs of momentsMs) setTimeout(() => void sendKeyFrame(track), afterMs);
  });
}

/** In the smaller sizes, which are enough for a first picture; a large one takes the others' bits. */
async function sendKeyFrame(track: LocalVideoTrack): Promise<void> {
  if (understood === false) return;
  // LiveKit's client holds this while it turns sizes on and off: of two changes that are under way at
  // once a browser refuses one, and a size that somebody waits for would stay off.
  // biome-ignore lint/complexity/useLiteralKeys: only so is what TypeScript calls private reached
  const unlock: () => void = await track["senderLock"].lock();
  try {
    const { sender } = track;
    if (!sender?.track) return;
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
  } catch {
    // Withdrawn in this very moment: there is another one soon, or nobody to send it to.
  } finally {
    unlock();
  }
}

const smallerSizes = ({ encodings }: RTCRtpSendParameters) =>
  encodings.map(({ scaleResolutionDownBy = 1 }) => ({
    keyFrame: encodings.length === 1 || scaleResolutionDownBy > 1,
  }));
