import { LocalVideoTrack, type Room, RoomEvent } from "livekit-client";

/** After a picture is in the room: the first reach viewers who are near, the last those on slower lines. */
const momentsMs = [200, 400, 700, 1100];

/** What webrtc-extensions adds to `RTCSetParameterOptions`; a browser without it takes no notice. */
type KeyFrameOptions = RTCSetParameterOptions & { encodingOptions: { keyFrame: boolean }[] };

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
async function sendKeyFrame({ sender }: LocalVideoTrack): Promise<void> {
  if (!sender?.track) return;
  const parameters = sender.getParameters();
  const { encodings } = parameters;
  const options: KeyFrameOptions = {
    encodingOptions: encodings.map(({ scaleResolutionDownBy = 1 }) => ({
      keyFrame: encodings.length === 1 || scaleResolutionDownBy > 1,
    })),
  };
  // Withdrawn in this very moment, or changed by LiveKit's client: there is another one soon.
  await sender.setParameters(parameters, options).catch(() => undefined);
}
