import { EventEmitter } from "node:events";
import { LocalAudioTrack, type Room, RoomEvent, Track } from "livekit-client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rememberedOn } from "@/lib/client/devices/media-devices";
import { followChosenMicrophone, muteInShow, unmuteInShow } from "@/lib/client/studio/show-mute";

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => void vi.unstubAllGlobals());

function aRoom(microphone: "on" | "muted" | "none") {
  const mute = vi.fn(async () => undefined);
  const setMicrophoneEnabled = vi.fn(async () => undefined);
  const getTrackPublication = (source: Track.Source) =>
    source === Track.Source.Microphone && microphone !== "none"
      ? { isMuted: microphone === "muted", track: { mute } }
      : undefined;
  const room = { localParticipant: { getTrackPublication, setMicrophoneEnabled } };
  return { room: room as unknown as Room, mute, setMicrophoneEnabled };
}

test("a talk mutes the show, and a new connection would not send the microphone either", async () => {
  const { room, mute } = aRoom("on");
  const { wasOn, done } = muteInShow(room);
  expect([wasOn, rememberedOn("microphone")]).toEqual([true, false]);
  await done;
  expect(mute).toHaveBeenCalledOnce();
});

test.each(["muted", "none"] as const)("a microphone that is %s is left as it is", async (state) => {
  const { room, mute } = aRoom(state);
  const { wasOn, done } = muteInShow(room);
  await done;
  expect([wasOn, rememberedOn("microphone")]).toEqual([false, true]);
  expect(mute).not.toHaveBeenCalled();
});

test("ending the talk turns on the microphone that is published then", async () => {
  const { room, setMicrophoneEnabled } = aRoom("on");
  await muteInShow(room).done;
  await unmuteInShow(room);
  expect(rememberedOn("microphone")).toBe(true);
  expect(setMicrophoneEnabled).toHaveBeenCalledWith(true, expect.anything());
});

function aMicrophone(isMuted: boolean) {
  const restartTrack = vi.fn(async () => undefined);
  const track = Object.create(LocalAudioTrack.prototype, {
    isMuted: { value: isMuted },
    restartTrack: { value: restartTrack },
  });
  const localParticipant = { getTrackPublication: () => ({ track }) };
  const room = Object.assign(new EventEmitter(), { localParticipant });
  const chooses = (kind: MediaDeviceKind) =>
    room.emit(RoomEvent.ActiveDeviceChanged, kind, "other");
  return { room: room as unknown as Room, restartTrack, chooses };
}

test("during a talk, another microphone is opened as soon as it is chosen, although muted in the show", () => {
  const { room, restartTrack, chooses } = aMicrophone(true);
  const stop = followChosenMicrophone(room, () => undefined);
  chooses("videoinput");
  expect(restartTrack).not.toHaveBeenCalled();
  chooses("audioinput");
  expect(restartTrack).toHaveBeenCalledOnce();
  stop();
  chooses("audioinput");
  expect(restartTrack).toHaveBeenCalledOnce();
});

test("LiveKit itself exchanges a microphone that is on", () => {
  const { room, restartTrack, chooses } = aMicrophone(false);
  followChosenMicrophone(room, () => undefined);
  chooses("audioinput");
  expect(restartTrack).not.toHaveBeenCalled();
});

test("a chosen microphone that cannot be opened is reported", async () => {
  const { room, restartTrack, chooses } = aMicrophone(true);
  const busy = new Error("another app uses it");
  restartTrack.mockRejectedValueOnce(busy);
  const failed = new Promise((resolve) => followChosenMicrophone(room, resolve));
  chooses("audioinput");
  expect(await failed).toBe(busy);
});
