import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/**
 * What LiveKit changes in place. A view that reads it may show an earlier value: the React Compiler
 * caches whatever depends on the same object.
 */
const changing =
  /\.(isMicrophoneEnabled|isCameraEnabled|isScreenShareEnabled|isMuted(?!\()|isSpeaking|attributes|connectionQuality|permissions|trackPublications|audioTrackPublications|videoTrackPublications|remoteParticipants|metadata|getSettings|getTrackPublication)\b|cameraSettings\(/;

test("views receive plain values: none reads what LiveKit changes in place", () => {
  const views = readdirSync("components", { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `components/${path}`);
  expect(views.length).toBeGreaterThan(100);
  const readers = views.filter((view) => changing.test(readFileSync(view, "utf8")));
  expect(readers).toEqual([]);
});
