import { LocalAudioTrack, Track } from "livekit-client";

/**
 * A muted microphone that is not there, for somebody who goes on stage with nothing to send: what
 * is published is what brings a host on stage. Turning the microphone on opens the real one, since
 * the track has ended.
 */
export async function placeHolder(): Promise<LocalAudioTrack> {
  const context = new AudioContext();
  const [silence] = context.createMediaStreamDestination().stream.getAudioTracks();
  if (!silence) throw new Error("this browser made no track");
  const track = new LocalAudioTrack(silence, undefined, false, context);
  track.source = Track.Source.Microphone;
  await track.mute();
  silence.stop();
  await context.close();
  return track;
}
