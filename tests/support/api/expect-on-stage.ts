import type { ParticipantInfo } from "livekit-server-sdk";
import { expect } from "vitest";

/** LiveKit lets them be seen, hear everybody and publish all there is, and no more than that. */
export function expectOnStage(participant: ParticipantInfo | undefined): void {
  expect(participant?.permission).toMatchObject({
    hidden: false,
    canPublish: true,
    canSubscribe: true,
    canPublishData: false,
    canUpdateMetadata: false,
  });
  // TrackSource: camera, microphone, screen share, its sound.
  expect([...(participant?.permission?.canPublishSources ?? [])].sort()).toEqual([1, 2, 3, 4]);
}
