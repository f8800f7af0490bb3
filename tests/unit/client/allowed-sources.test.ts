import { Track } from "livekit-client";
import { describe, expect, test } from "vitest";
import { allowedSources, closedDevices } from "@/lib/client/allowed-sources";

const listed = (...sources: Track.Source[]) =>
  allowedSources({ canPublishSources: sources.map((source) => Track.sourceToProto(source)) });

describe("what a host leaves somebody on stage", () => {
  test("is everything, where nothing is listed", () => {
    expect(listed()).toEqual({ microphone: true, camera: true, screen: true });
    expect(closedDevices(allowedSources(undefined))).toBeNull();
  });

  test("is what is listed, and the rest is said to be closed", () => {
    expect(closedDevices(listed(Track.Source.Microphone))).toBe("camera");
    expect(closedDevices(listed(Track.Source.Camera))).toBe("microphone");
    expect(closedDevices(listed(Track.Source.ScreenShare))).toBe("both");
  });
});
