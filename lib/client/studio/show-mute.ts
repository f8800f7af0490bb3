import { type Room, Track } from "livekit-client";
import { microphoneCapture, rememberOn } from "@/lib/client/devices/media-devices";

/**
 * Mutes this host's microphone in the show.
 *
 * @returns whether it was on
 */
export function muteInShow({ localParticipant }: Room): { wasOn: boolean; done: Promise<unknown> } {
  const publication = localParticipant.getTrackPublication(Track.Source.Microphone);
  if (publication?.isMuted !== false) return { wasOn: false, done: Promise.resolve() };
  // A new connection would send it unmuted.
  rememberOn("microphone", false);
  return { wasOn: true, done: Promise.resolve(publication.track?.mute()) };
}

/**
 * Turns it on again. LiveKit may have published it again meanwhile, or a new connection without it.
 *
 * @throws what the browser throws if the microphone cannot be opened
 */
export async function unmuteInShow({ localParticipant }: Room): Promise<void> {
  rememberOn("microphone", true);
  await localParticipant.setMicrophoneEnabled(true, microphoneCapture());
}
