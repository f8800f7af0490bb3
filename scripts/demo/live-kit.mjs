import { Problem } from "../launcher/problem.mjs";
import { framesASecond, play } from "./play.mjs";
import { cardHeight, cardWidth, TestCard } from "./test-card.mjs";
import { sampleRate } from "./tone.mjs";

/** @typedef {typeof import("@livekit/rtc-node")} Sdk */

/**
 * @typedef {object} Connection
 * @property {Promise<number>} lost resolves with LiveKit's reason
 * @property {() => Promise<void>} leave
 */

const videoBitrate = 1_500_000n;
const soundBitrate = 32_000n;

/**
 * LiveKit's Node SDK, which exists for most systems, not for all.
 * @returns {Promise<Sdk>}
 */
export async function loadSdk() {
  // With any other NODE_ENV it logs to the terminal.
  Object.assign(process.env, { NODE_ENV: "production" });
  try {
    return await import("@livekit/rtc-node");
  } catch {
    throw new Problem(
      `The demo needs LiveKit's Node SDK, which does not run on this system (${process.platform}, ${process.arch}). Use a camera instead, with npm start.`,
    );
  }
}

/**
 * @param {Sdk} sdk
 * @param {import("@livekit/rtc-node").Room} room
 */
async function publish(sdk, room) {
  const { AudioSource, LocalAudioTrack, LocalVideoTrack, TrackPublishOptions, TrackSource } = sdk;
  if (!room.localParticipant) throw new Error("LiveKit connected nobody");
  const card = await TestCard.make();
  const pictures = new sdk.VideoSource(cardWidth, cardHeight);
  const sounds = new AudioSource(sampleRate, 1);
  const camera = new TrackPublishOptions({
    source: TrackSource.SOURCE_CAMERA,
    videoCodec: sdk.VideoCodec.VP8,
    simulcast: true,
    videoEncoding: { maxBitrate: videoBitrate, maxFramerate: framesASecond },
  });
  const microphone = new TrackPublishOptions({
    source: TrackSource.SOURCE_MICROPHONE,
    audioEncoding: { maxBitrate: soundBitrate },
  });
  const stop = play(card, {
    onPicture: ({ data, width, height }) =>
      pictures.captureFrame(new sdk.VideoFrame(data, width, height, sdk.VideoBufferType.I420)),
    onSound: (samples) =>
      // A frame that is late, while the connection is ending, does not matter.
      void sounds
        .captureFrame(new sdk.AudioFrame(samples, sampleRate, 1, samples.length))
        .catch(() => {}),
  });
  try {
    const { localParticipant } = room;
    const picture = LocalVideoTrack.createVideoTrack("test card", pictures);
    await localParticipant.publishTrack(picture, camera);
    const tone = LocalAudioTrack.createAudioTrack("beep", sounds);
    await localParticipant.publishTrack(tone, microphone);
  } catch (error) {
    stop();
    throw error;
  }
  return async () => {
    stop();
    await Promise.all([pictures.close(), sounds.close()]);
  };
}

/**
 * Connects and puts the card on air. Layers that no one watches are not encoded (dynacast).
 * @param {Sdk} sdk
 * @param {{ token: string, url: string }} pass
 * @returns {Promise<Connection>}
 */
export async function connect(sdk, { token, url }) {
  const room = new sdk.Room();
  /** @type {Promise<number>} */
  const lost = new Promise((resolve) => room.once(sdk.RoomEvent.Disconnected, resolve));
  await room.connect(url, token, { autoSubscribe: false, dynacast: true });
  /** @type {() => Promise<void>} */
  let stop;
  try {
    stop = await publish(sdk, room);
  } catch (error) {
    await room.disconnect();
    throw error;
  }
  return {
    lost,
    leave: async () => {
      await stop();
      await room.disconnect();
    },
  };
}
