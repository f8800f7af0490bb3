import { Track } from "livekit-client";
import { describe, expect, test } from "vitest";
import { allowedSources, closedDevices, sourcesOf } from "@/lib/client/stage/allowed-sources";

const listed = (...sources: Track.Source[]) =>
  allowedSources({
    canPublish: true,
    canPublishSources: sources.map((source) => Track.sourceToProto(source)),
  });

const nothing = { microphone: false, camera: false, screen: false };

describe("what a host leaves somebody on stage", () => {
  test("is everything, where nothing is listed", () => {
    expect(listed()).toEqual({ microphone: true, camera: true, screen: true });
    expect(closedDevices(allowedSources(undefined))).toBeNull();
  });

  test("is nothing, for who may not send at all", () => {
    expect(allowedSources({ canPublish: false, canPublishSources: [] })).toEqual(nothing);
    expect(closedDevices(nothing)).toBe("both");
  });

  test("is said to the API as it was read, the sound of a screen with it", () => {
    expect(sourcesOf(listed())).toBeNull();
    expect(sourcesOf(nothing)).toEqual([]);
    expect(sourcesOf({ ...nothing, screen: true })).toEqual(["screen_share", "screen_share_audio"]);
    expect(sourcesOf(listed(Track.Source.Camera))).toEqual(["camera"]);
  });

  test("is what is listed, and the rest is said to be closed", () => {
    expect(closedDevices(listed(Track.Source.Microphone))).toBe("camera");
    expect(closedDevices(listed(Track.Source.Camera))).toBe("microphone");
    expect(closedDevices(listed(Track.Source.ScreenShare))).toBe("both");
  });
});
