import { Track } from "livekit-client";
import { describe, expect, test } from "vitest";
import { allowedSources, closedDevices, sourcesOf } from "@/lib/client/stage/allowed-sources";

const listed = (...sources: Track.Source[]) =>
  allowedSources({
    canPublish: true,
    canPublishSources: sources.map((source) => Track.sourceToProto(source)),
  });

const nothing = { microphone: false, camera: false, screen: false };

describe("what someone on stage may send", () => {
  test("is everything, if nothing is listed", () => {
    expect(listed()).toEqual({ microphone: true, camera: true, screen: true });
    expect(closedDevices(allowedSources(undefined))).toBeNull();
  });

  test("is nothing, if publishing is not allowed", () => {
    expect(allowedSources({ canPublish: false, canPublishSources: [] })).toEqual(nothing);
    expect(closedDevices(nothing)).toBe("both");
  });

  test("is sent to the API as it was read, a screen with its sound", () => {
    expect(sourcesOf(listed())).toBeNull();
    expect(sourcesOf(nothing)).toEqual([]);
    expect(sourcesOf({ ...nothing, screen: true })).toEqual(["screen_share", "screen_share_audio"]);
    expect(sourcesOf(listed(Track.Source.Camera))).toEqual(["camera"]);
  });

  test("is what is listed, and the rest is reported as closed", () => {
    expect(closedDevices(listed(Track.Source.Microphone))).toBe("camera");
    expect(closedDevices(listed(Track.Source.Camera))).toBe("microphone");
    expect(closedDevices(listed(Track.Source.ScreenShare))).toBe("both");
  });
});
