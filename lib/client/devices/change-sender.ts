import type { LocalVideoTrack } from "livekit-client";

/**
 * Changes the parameters of a sender while LiveKit’s client does not. It turns layers on and off as
 * viewers want them. Browsers reject one of two concurrent changes, and a layer that a viewer waits for
 * would stay off.
 */
export async function changeSender(
  track: LocalVideoTrack,
  change: (sender: RTCRtpSender) => Promise<void>,
): Promise<void> {
  // biome-ignore lint/complexity/useLiteralKeys: only so is what TypeScript calls private reached
  const unlock: () => void = await track["senderLock"].lock();
  try {
    if (track.sender) await change(track.sender);
  } finally {
    unlock();
  }
}
