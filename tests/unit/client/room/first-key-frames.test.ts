import { EventEmitter } from "node:events";
import { LocalVideoTrack, type Room, RoomEvent } from "livekit-client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
});
afterEach(() => void vi.useRealTimers());

/** How often a browser is asked in the first seconds of a picture; `reads` is how it takes the wish. */
async function asked(reads: (options: { encodingOptions: unknown }) => void): Promise<number> {
  // Anew for each browser: what one understands, the module remembers.
  const { sendFirstKeyFrames } = await import("@/lib/client/room/first-key-frames");
  const setParameters = vi.fn(async (_: unknown, options: { encodingOptions: unknown }) =>
    reads(options),
  );
  const sender = { track: {}, getParameters: () => ({ encodings: [{}] }), setParameters };
  const track = Object.create(LocalVideoTrack.prototype, {
    sender: { value: sender },
    senderLock: { value: { lock: async () => () => undefined } },
  });
  const room = new EventEmitter();
  sendFirstKeyFrames(room as unknown as Room);
  room.emit(RoomEvent.LocalTrackPublished, { track });
  await vi.advanceTimersByTimeAsync(3_000);
  return setParameters.mock.calls.length;
}

test("a browser that sends key frames on demand is asked for several", async () => {
  expect(await asked(({ encodingOptions }) => encodingOptions)).toBe(4);
});

test("one that does not know the wish is not asked to set the same parameters again and again", async () => {
  expect(await asked(() => undefined)).toBe(1);
});
