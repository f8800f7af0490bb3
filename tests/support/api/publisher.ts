import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  Room,
  TrackPublishOptions,
  TrackSource,
} from "@livekit/rtc-node";
import { server } from "./server";
import { claimsOf } from "./tokens";

/** Someone who really speaks in a room; `room` shows who hears them. */
export type Publisher = { room: Room; leave: () => Promise<void> };

const sampleRate = 48_000;

/** Connects through the app with a token that may publish, and speaks until `leave` is called. */
export async function aPublisher(token: string, trackName: string): Promise<Publisher> {
  const room = new Room();
  await room.connect(server.url.replace(/^http/, "ws"), token, {
    autoSubscribe: true,
    dynacast: false,
  });
  if (!room.localParticipant) throw new Error(`${claimsOf(token).sub} is not in the room`);
  const voice = new AudioSource(sampleRate, 1);
  const track = LocalAudioTrack.createAudioTrack(trackName, voice);
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE });
  await room.localParticipant.publishTrack(track, options);
  let speaks = true;
  const speech = (async () => {
    // A source buffers one second and then waits, so this runs at the speed of speech.
    while (speaks) await voice.captureFrame(AudioFrame.create(sampleRate, 1, sampleRate / 100));
  })();
  return {
    room,
    leave: async () => {
      speaks = false;
      await speech;
      await room.disconnect();
    },
  };
}
