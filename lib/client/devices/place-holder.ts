import { LocalAudioTrack, Track } from "livekit-client";

/**
 * A muted, silent microphone track for someone who goes on stage with nothing to send: a host is on
 * stage only with something published. Turning the microphone on opens the real device, since this
 * track has ended.
 */
export async function placeHolder(): Promise<LocalAudioTrack> {
  const context = new AudioContext();
  const [silence] = context.createMediaStreamDestination().stream.getAudioTracks();
  if (!silence) throw new Error("this browser created no audio track");
  const track = new LocalAudioTrack(silence, undefined, false, context);
  track.source = Track.Source.Microphone;
  await track.mute();
  silence.stop();
  await context.close();
  return track;
}
