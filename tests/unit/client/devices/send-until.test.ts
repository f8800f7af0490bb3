import { type LocalParticipant, type LocalTrack, Track } from "livekit-client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sendUntilTaken } from "@/lib/client/devices/send-until";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const minuteMs = 60_000;

function sending(publish: () => Promise<void>) {
  const opened: { kind: Track.Kind; stop: () => void }[] = [];
  const publishTrack = vi.fn(publish);
  const unpublishTrack = vi.fn(async () => undefined);
  const end = sendUntilTaken(
    { localParticipant: { publishTrack, unpublishTrack } as unknown as LocalParticipant },
    () => {
      const track = { kind: Track.Kind.Audio, stop: vi.fn() };
      opened.push(track);
      return track as unknown as LocalTrack;
    },
  );
  return { opened, publishTrack, unpublishTrack, end };
}

const refused = () => Promise.reject(new Error("refused"));

test("a refused track is stopped, and tried again until LiveKit takes it", async () => {
  let tries = 0;
  const { opened, publishTrack } = sending(() => (++tries < 3 ? refused() : Promise.resolve()));
  await vi.advanceTimersByTimeAsync(minuteMs);
  expect(publishTrack).toHaveBeenCalledTimes(3);
  expect(opened).toHaveLength(3);
  expect(opened[0]?.stop).toHaveBeenCalled();
  expect(opened[2]?.stop).not.toHaveBeenCalled();
});

test("the attempts grow rarer", async () => {
  const { publishTrack } = sending(refused);
  await vi.advanceTimersByTimeAsync(minuteMs);
  expect(publishTrack.mock.calls.length).toBeLessThan(8);
});

test("nothing is tried any longer once it is ended", async () => {
  const { opened, publishTrack, end } = sending(refused);
  await vi.advanceTimersByTimeAsync(0);
  end();
  await vi.advanceTimersByTimeAsync(minuteMs);
  expect(publishTrack).toHaveBeenCalledOnce();
  expect(opened).toHaveLength(1);
});

test("ended while it is being published, it is unpublished afterwards", async () => {
  let taken: () => void = () => undefined;
  const { opened, unpublishTrack, end } = sending(
    () =>
      new Promise((resolve) => {
        taken = resolve;
      }),
  );
  end();
  expect(opened[0]?.stop).toHaveBeenCalled();
  unpublishTrack.mockClear();
  taken();
  await vi.advanceTimersByTimeAsync(0);
  expect(unpublishTrack).toHaveBeenCalledOnce();
});
