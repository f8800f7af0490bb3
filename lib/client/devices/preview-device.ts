import { type LocalAudioTrack, type LocalVideoTrack, TrackEvent } from "livekit-client";
import { renderedByMs } from "@/lib/client/browser/render-soon";
import { cameraSettings } from "./camera-settings";
import { inTurn } from "./capture/apply-capture";
import { readCapture } from "./capture/capture-choices";
import { type CameraProblem, cameraProblemOf, type DeviceKind } from "./device-problem";
import {
  hasMediaDevices,
  listDevices,
  type MediaDevice,
  rememberDevice,
  rememberedDevice,
  rememberedOn,
  rememberOn,
} from "./media-devices";

type State<Track> =
  | { name: "off" }
  | { name: "opening" }
  | { name: "open"; track: Track }
  | { name: "failed"; problem: CameraProblem }
  /** The track now belongs to another owner, which also stops it. */
  | { name: "handed-over" };

/** One camera or microphone before it is published: opened, switched, turned off, handed over. */
export class PreviewDevice<Track extends LocalVideoTrack | LocalAudioTrack> {
  private state: State<Track> = { name: "off" };
  private devices: MediaDevice[] = [];
  // The latest request wins: a camera that opens after it was turned off again is closed.
  private latest = 0;

  constructor(
    readonly kind: DeviceKind,
    private readonly create: () => Promise<Track>,
    /** Applies changed settings; false if the device has to be opened again for them. */
    private readonly apply: (track: Track) => Promise<boolean>,
    private readonly changed: () => void,
  ) {}

  get wanted(): boolean {
    return rememberedOn(this.kind);
  }

  async open(track?: Promise<Track>): Promise<void> {
    this.release();
    if (!hasMediaDevices()) {
      return this.become({ name: "failed", problem: "insecure-origin" });
    }
    const request = ++this.latest;
    const choices = readCapture();
    this.become({ name: "opening" });
    try {
      const opened = await (track ?? this.create());
      if (request !== this.latest) return opened.stop();
      this.hold(opened);
      if (readCapture() !== choices) void this.settingsChanged();
    } catch (error) {
      if (request === this.latest) {
        this.become({ name: "failed", problem: cameraProblemOf(error) });
      }
    }
    await this.relist();
  }

  /** Takes over an open track, without opening its device again. */
  takeBack(track: Track | null): void {
    if (track && this.wanted && !track.isMuted && track.mediaStreamTrack.readyState === "live") {
      this.latest += 1;
      this.hold(track);
      return;
    }
    track?.stop();
    if (this.wanted) void this.open();
    else this.close();
  }

  private hold(opened: Track): void {
    opened.once(TrackEvent.Ended, () => this.replace(opened));
    for (const event of ["mute", "unmute"]) {
      opened.mediaStreamTrack.addEventListener(event, this.changed);
    }
    this.become({ name: "open", track: opened });
  }

  close(): void {
    this.release();
    this.become({ name: "off" });
  }

  handOver(): Track | null {
    const track = this.state.name === "open" ? this.state.track : null;
    this.latest += 1;
    this.state = { name: "handed-over" };
    // Delayed, so that the new owner need not wait for a render, and the preview does not go dark
    // before its replacement is visible.
    setTimeout(this.changed, renderedByMs);
    return track;
  }

  /** Devices were added or removed: the list changes, and a missing device is opened. */
  async devicesChanged(): Promise<void> {
    const missing = this.state.name === "failed" && this.state.problem === "no-device";
    if (missing && this.wanted) await this.open();
    else await this.relist();
  }

  /** The person's settings changed. */
  async settingsChanged(): Promise<void> {
    const { state } = this;
    if (state.name !== "open") return;
    const applied = await inTurn(() => this.apply(state.track)).catch(() => false);
    if (!applied && this.state === state) await this.open();
  }

  /** Its picture must not be shown. */
  withhold(): void {
    this.release();
    this.become({ name: "failed", problem: "not-blurred" });
  }

  private async relist(): Promise<void> {
    this.devices = await listDevices(this.kind);
    this.changed();
  }

  view() {
    const { state } = this;
    return {
      devices: this.devices,
      deviceId: this.currentId(),
      choose: this.choose,
      on: this.wanted,
      turn: this.turn,
      // Also before opening began, and when a handed-over track is wanted again.
      opening: this.wanted && state.name !== "open" && state.name !== "failed",
      track: state.name === "open" ? state.track : null,
      problem: state.name === "failed" ? state.problem : null,
      silenced: state.name === "open" && state.track.mediaStreamTrack.muted,
      retry: this.retry,
    };
  }

  private choose = (id: string) => {
    rememberDevice(this.kind, id);
    this.turn(true);
  };

  private turn = (on: boolean) => {
    rememberOn(this.kind, on);
    if (on) void this.open();
    else this.close();
  };

  private retry = () => this.turn(true);

  private currentId(): string | undefined {
    const open = this.state.name === "open" ? this.state.track : undefined;
    const id = cameraSettings(open).deviceId ?? rememberedDevice(this.kind);
    return this.devices.find((device) => device.id === id)?.id ?? this.devices[0]?.id;
  }

  /** The device was unplugged, or its permission was revoked. Another one may be available. */
  private replace(ended: Track): void {
    if (this.state.name === "open" && this.state.track === ended) void this.open();
  }

  private release(): void {
    this.latest += 1;
    if (this.state.name === "open") this.state.track.stop();
  }

  private become(state: State<Track>): void {
    this.state = state;
    this.changed();
  }
}
