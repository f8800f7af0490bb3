import {
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoCodec,
  VideoFrame,
  VideoSource,
} from "@livekit/rtc-node";
import type { RoomHint } from "@/lib/contracts/room-hint";
import { server } from "../api/server";
import { identityOf } from "../api/tokens";

const width = 160;
const height = 90;
const framesPerSecond = 2;

/** One connection that lasts as long as the run, and what happened to it. */
export class Seat {
  readonly identity: string;
  readonly hints: RoomHint[] = [];
  interruptions = 0;
  readonly #room = new Room();
  #camera: NodeJS.Timeout | undefined;

  constructor(readonly token: string) {
    this.identity = identityOf(token);
    const interrupted = () => void this.interruptions++;
    this.#room.on(RoomEvent.Reconnecting, interrupted).on(RoomEvent.Disconnected, interrupted);
    this.#room.on(RoomEvent.DataReceived, (payload) => {
      this.hints.push(JSON.parse(new TextDecoder().decode(payload)));
    });
  }

  async connects(): Promise<this> {
    const url = server.url.replace(/^http/, "ws");
    await this.#room.connect(url, this.token, { autoSubscribe: true, dynacast: false });
    return this;
  }

  /** A small picture that changes a few times a second. */
  async turnsCameraOn(): Promise<void> {
    const source = new VideoSource(width, height);
    const options = new TrackPublishOptions({
      source: TrackSource.SOURCE_CAMERA,
      videoCodec: VideoCodec.VP8,
      simulcast: false,
      videoEncoding: { maxBitrate: 40_000n, maxFramerate: framesPerSecond },
    });
    const track = LocalVideoTrack.createVideoTrack("camera", source);
    await this.#room.localParticipant?.publishTrack(track, options);
    const pixels = new Uint8Array(width * height * 1.5).fill(128);
    const frame = new VideoFrame(pixels, width, height, VideoBufferType.I420);
    this.#camera = setInterval(() => {
      pixels.fill((Date.now() / 20) % 256, 0, width * height);
      source.captureFrame(frame);
    }, 1_000 / framesPerSecond);
  }

  /** How many pictures of others it receives. */
  pictures(): number {
    return [...this.#room.remoteParticipants.values()]
      .flatMap((other) => [...other.trackPublications.values()])
      .filter(({ track }) => track).length;
  }

  async leaves(): Promise<void> {
    clearInterval(this.#camera);
    await this.#room.disconnect();
  }
}
