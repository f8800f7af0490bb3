import { type Room, Track } from "livekit-client";
import { expect, test } from "vitest";
import { fileTrackName } from "@/lib/client/stage/shared-file/file-rules";
import { sharesPageSound } from "@/lib/client/stage/shared-sound";

type Sent = { trackName?: string; settings?: object };

function sharing(sent: Sent | null): boolean {
  const publication = sent && {
    trackName: sent.trackName ?? "",
    track: { mediaStreamTrack: { getSettings: () => sent.settings ?? {} } },
  };
  const getTrackPublication = (source: Track.Source) =>
    source === Track.Source.ScreenShareAudio ? (publication ?? undefined) : undefined;
  return sharesPageSound({ localParticipant: { getTrackPublication } } as unknown as Room);
}

test("the computer's sound contains what the page plays", () => {
  expect(sharing({})).toBe(true);
});

test("not if the browser leaves out the page's own sound", () => {
  expect(sharing({ settings: { restrictOwnAudio: true } })).toBe(false);
});

test("a shared file has only its own sound, and a silent screen none", () => {
  expect(sharing({ trackName: fileTrackName })).toBe(false);
  expect(sharing(null)).toBe(false);
});
