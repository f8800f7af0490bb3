import { LocalAudioTrack, type Room, RoomEvent, Track } from "livekit-client";
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

/**
 * Opens another microphone as soon as it is chosen, although it stays muted in the show: LiveKit
 * would open it only once it is turned on again.
 *
 * @returns stops following the choice
 */
export function followChosenMicrophone(room: Room, onFailed: (error: unknown) => void): () => void {
  const open = (kind: MediaDeviceKind) => {
    const track = room.localParticipant.getTrackPublication(Track.Source.Microphone)?.track;
    if (kind !== "audioinput" || !(track instanceof LocalAudioTrack) || !track.isMuted) return;
    track.restartTrack().catch(onFailed);
  };
  room.on(RoomEvent.ActiveDeviceChanged, open);
  return () => {
    room.off(RoomEvent.ActiveDeviceChanged, open);
  };
}
