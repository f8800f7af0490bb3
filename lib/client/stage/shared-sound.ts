import { type Room, RoomEvent, Track } from "livekit-client";
import { fileTrackName } from "./shared-file/file-rules";

export const sharedSoundChanges = [
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
] as const;

/**
 * Whether this person shares the computer's sound, and with it everything this page plays. Some
 * browsers leave out the page's own sound.
 */
export function sharesPageSound({ localParticipant }: Room): boolean {
  const shared = localParticipant.getTrackPublication(Track.Source.ScreenShareAudio);
  if (!shared?.track || shared.trackName === fileTrackName) return false;
  const settings: MediaTrackSettings & { restrictOwnAudio?: boolean } =
    shared.track.mediaStreamTrack.getSettings();
  return settings.restrictOwnAudio !== true;
}
