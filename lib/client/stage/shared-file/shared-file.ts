import { isDue, sentSize } from "./file-rules";
import { openPicture, openVideo } from "./open-media";
import { everyMs } from "./steady-timer";

export type FileState = {
  playing: boolean;
  /** In seconds. */
  position: number;
  /** In seconds; 0 if the browser does not know it. */
  length: number;
  loop: boolean;
  /** 0 to 1, for the show and for the host alike. */
  volume: number;
};

const framesPerSecond = 30;
const changes = [
  ...["play", "pause", "ended", "timeupdate", "seeking", "seeked", "durationchange"],
] as const;

/**
 * A video or picture from this person's disk, as tracks for a show. Nothing is uploaded. The picture
 * goes through a canvas and the sound through an audio graph, so that both tracks live on when the
 * file is paused or over, in every browser (docs/decisions/0043).
 */
export class SharedFile {
  readonly canvas = document.createElement("canvas");
  readonly picture: MediaStreamTrack;
  readonly sound: MediaStreamTrack | null;
  private readonly pen: CanvasRenderingContext2D;
  private readonly audio: Audio | null;
  private readonly stopTimer: () => void;
  private readonly listeners = new Set<() => void>();
  private state: FileState = { playing: false, position: 0, length: 0, loop: false, volume: 1 };
  private drawn: Parameters<typeof isDue>[0] = null;

  private constructor(
    readonly name: string,
    private readonly address: string,
    private readonly shown: HTMLVideoElement | HTMLImageElement,
    speakerId: string | undefined,
  ) {
    const pen = this.canvas.getContext("2d", { alpha: false });
    if (!pen) throw new Error("this browser cannot draw");
    this.pen = pen;
    Object.assign(this.canvas, sentSize(sizeOf(shown)));
    this.draw();
    const [picture] = this.canvas.captureStream(framesPerSecond).getVideoTracks();
    if (!picture) throw new Error("this browser captures no canvas");
    this.picture = picture;
    this.audio = this.video ? listenTo(this.video, speakerId) : null;
    this.sound = this.audio?.track ?? null;
    for (const event of changes) this.video?.addEventListener(event, this.look);
    this.video?.addEventListener("seeked", this.draw);
    this.stopTimer = everyMs(1_000 / framesPerSecond, this.drawIfDue);
    this.look();
  }

  /**
   * @param speakerId where this person hears it; the browser's default if absent
   * @throws if the browser cannot play or show the file
   */
  static async open(file: File, speakerId?: string): Promise<SharedFile> {
    const address = URL.createObjectURL(file);
    try {
      const open = file.type.startsWith("image/") ? openPicture : openVideo;
      return new SharedFile(file.name, address, await open(address), speakerId);
    } catch (error) {
      URL.revokeObjectURL(address);
      throw error;
    }
  }

  get video(): HTMLVideoElement | null {
    return this.shown instanceof HTMLVideoElement ? this.shown : null;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  read = (): FileState => this.state;

  async play(): Promise<void> {
    // Without a press on the page, browsers may leave this pending.
    void this.audio?.context.resume();
    await this.video?.play();
  }

  pause(): void {
    this.video?.pause();
  }

  seek(seconds: number): void {
    if (this.video) this.video.currentTime = seconds;
    // At once: React would put the slider back, and its last event would seek there again.
    this.look();
  }

  setLoop(loop: boolean): void {
    if (this.video) this.video.loop = loop;
    this.look();
  }

  setVolume(volume: number): void {
    if (this.audio) this.audio.volume.gain.value = volume;
    this.look();
  }

  close(): void {
    this.stopTimer();
    this.video?.pause();
    this.picture.stop();
    this.sound?.stop();
    void this.audio?.context.close();
    this.shown.removeAttribute("src");
    URL.revokeObjectURL(this.address);
  }

  private drawIfDue = (): void => {
    const now = { positionSeconds: this.video?.currentTime ?? 0, atMs: performance.now() };
    if (isDue(this.drawn, now)) this.draw();
  };

  private draw = (): void => {
    this.drawn = { positionSeconds: this.video?.currentTime ?? 0, atMs: performance.now() };
    this.pen.drawImage(this.shown, 0, 0, this.canvas.width, this.canvas.height);
  };

  private look = (): void => {
    const { video } = this;
    if (!video) return;
    this.state = {
      playing: !video.paused && !video.ended,
      position: video.currentTime,
      length: Number.isFinite(video.duration) ? video.duration : 0,
      loop: video.loop,
      volume: this.audio?.volume.gain.value ?? 1,
    };
    for (const listener of this.listeners) listener();
  };
}

const sizeOf = (shown: HTMLVideoElement | HTMLImageElement) =>
  shown instanceof HTMLVideoElement
    ? { width: shown.videoWidth, height: shown.videoHeight }
    : { width: shown.naturalWidth, height: shown.naturalHeight };

type Audio = { context: AudioContext; volume: GainNode; track: MediaStreamTrack };

/** Takes a video's sound to the show and to this person's speaker. */
function listenTo(video: HTMLVideoElement, speakerId: string | undefined): Audio {
  const context: AudioContext & { setSinkId?: (id: string) => Promise<void> } = new AudioContext();
  const volume = new GainNode(context);
  const show = context.createMediaStreamDestination();
  context.createMediaElementSource(video).connect(volume);
  volume.connect(show);
  volume.connect(context.destination);
  // If that speaker is gone, the browser's default remains.
  if (speakerId) context.setSinkId?.(speakerId).catch(() => undefined);
  const [track] = show.stream.getAudioTracks();
  if (!track) throw new Error("this browser created no audio track");
  return { context, volume, track };
}
