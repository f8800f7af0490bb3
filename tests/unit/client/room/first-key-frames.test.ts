import { EventEmitter } from "node:events";
import { LocalVideoTrack, type Room, RoomEvent } from "livekit-client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
});
afterEach(() => void vi.useRealTimers());

/** How often a browser is asked in the first seconds of a picture; `reads` is how it handles the request. */
async function asked(reads: (options: { encodingOptions: unknown }) => void): Promise<number> {
  // Loaded again for each browser, because the module remembers what one supports.
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

test("a browser that ignores the request is not asked to set the same parameters again and again", async () => {
  expect(await asked(() => undefined)).toBe(1);
});
