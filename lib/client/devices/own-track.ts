import { LocalTrack, type Room, RoomEvent, Track, TrackEvent } from "livekit-client";
import { cameraSettings } from "@/lib/client/devices/camera-settings";
import type { DeviceKind } from "@/lib/client/devices/device-problem";
import { rememberedDevice } from "@/lib/client/devices/media-devices";

/** What this person sends of one kind, as plain values read again at every change. */
export type OwnTrack = {
  on: boolean;
  /**
   * LiveKit's object, which stays the same across devices: for effects and handlers, never read in
   * a view.
   */
  track: LocalTrack | null;
  /** The device's own track; null while it is off. */
  media: MediaStreamTrack | null;
  /** The device in use, otherwise the chosen one. */
  deviceId: string | null;
  /** Whether it is a phone's back camera. */
  facesAway: boolean;
  /** On, but muted by the system, a headset or a switch on the device. */
  silenced: boolean;
};

export const noOwnTrack: OwnTrack = {
  on: false,
  track: null,
  media: null,
  deviceId: null,
  facesAway: false,
  silenced: false,
};

const sources = { camera: Track.Source.Camera, microphone: Track.Source.Microphone } as const;

const publicationIn = ({ localParticipant }: Room, kind: DeviceKind) =>
  localParticipant.getTrackPublication(sources[kind]);

const trackIn = (room: Room, kind: DeviceKind): LocalTrack | null => {
  const track = publicationIn(room, kind)?.track;
  return track instanceof LocalTrack ? track : null;
};

export function readOwnTrack(room: Room, kind: DeviceKind): OwnTrack {
  const track = trackIn(room, kind);
  const on = track !== null && publicationIn(room, kind)?.isMuted === false;
  const media = on ? track.mediaStreamTrack : null;
  const settings = on ? cameraSettings(track) : {};
  return {
    on,
    track,
    media,
    deviceId: settings.deviceId ?? rememberedDevice(kind) ?? null,
    facesAway: settings.facingMode === "environment",
    silenced: media !== null && media.readyState === "live" && media.muted,
  };
}

const roomChanges = [
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.ActiveDeviceChanged,
  RoomEvent.ConnectionStateChanged,
] as const;
const trackChanges = [
  TrackEvent.Restarted,
  TrackEvent.Ended,
  TrackEvent.TrackProcessorUpdate,
] as const;
const mediaChanges = ["mute", "unmute", "ended"] as const;

/**
 * Calls `changed` for everything that can change the values above. LiveKit mutates its objects in
 * place, so each change moves the listeners to the current track and device.
 *
 * @returns stops listening
 */
export function onOwnTrackChange(room: Room, kind: DeviceKind, changed: () => void): () => void {
  let leave = follow();
  function look(): void {
    leave();
    leave = follow();
    changed();
  }
  function follow(): () => void {
    const track = trackIn(room, kind);
    const media = track?.mediaStreamTrack;
    for (const event of trackChanges) track?.on(event, look);
    for (const event of mediaChanges) media?.addEventListener(event, look);
    return () => {
      for (const event of trackChanges) track?.off(event, look);
      for (const event of mediaChanges) media?.removeEventListener(event, look);
    };
  }
  for (const event of roomChanges) room.on(event, look);
  return () => {
    for (const event of roomChanges) room.off(event, look);
    leave();
  };
}
