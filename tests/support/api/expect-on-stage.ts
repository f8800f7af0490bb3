import type { ParticipantInfo } from "livekit-server-sdk";
import { expect } from "vitest";

/** In LiveKit they are visible, hear everyone, and can publish every source, and nothing more. */
export function expectOnStage(participant: ParticipantInfo | undefined): void {
  expect(participant?.permission).toMatchObject({
    hidden: false,
    canPublish: true,
    canSubscribe: true,
    canPublishData: false,
    canUpdateMetadata: false,
  });
  // TrackSource: camera, microphone, screen share, screen share audio.
  expect([...(participant?.permission?.canPublishSources ?? [])].sort()).toEqual([1, 2, 3, 4]);
}
