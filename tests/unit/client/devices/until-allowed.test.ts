import { EventEmitter } from "node:events";
import { type Room, RoomEvent } from "livekit-client";
import { afterEach, expect, test, vi } from "vitest";
import { giveUpWhenOverdue, untilAllowed } from "@/lib/client/devices/until-allowed";

const aRoom = (canPublish: boolean) =>
  Object.assign(new EventEmitter(), { localParticipant: { permissions: { canPublish } } });
const until = (room: EventEmitter, signal = new AbortController().signal) =>
  untilAllowed(room as unknown as Room, signal);

afterEach(() => void vi.useRealTimers());

test("someone who may publish need not wait", async () => {
  await until(aRoom(true));
});

test("the permission ends the wait", async () => {
  const room = aRoom(false);
  const allowed = until(room);
  room.localParticipant.permissions.canPublish = true;
  room.emit(RoomEvent.ParticipantPermissionsChanged);
  await allowed;
  expect(room.eventNames()).toEqual([]);
});

test("a wait that is not wanted any longer fails, also before it begins and after the room was left", async () => {
  const given = aRoom(false);
  await expect(until(given, AbortSignal.abort())).rejects.toThrow("nothing was published");
  expect(given.eventNames()).toEqual([]);

  const abort = new AbortController();
  const room = aRoom(false);
  const allowed = until(room, abort.signal);
  room.removeAllListeners();
  abort.abort();
  await expect(allowed).rejects.toThrow("nothing was published");
});

test("a lost connection ends the wait", async () => {
  const room = aRoom(false);
  const allowed = until(room);
  room.emit(RoomEvent.Disconnected);
  await expect(allowed).rejects.toThrow("nothing was published");
});

test("a permission that is three seconds overdue ends the wait, unless something else does before", async () => {
  vi.useFakeTimers();
  const abort = new AbortController();
  const allowed = until(aRoom(false), abort.signal);
  const failed = expect(allowed).rejects.toThrow("nothing was published");
  giveUpWhenOverdue(() => abort.abort());
  const goesOn = vi.fn();
  giveUpWhenOverdue(goesOn)();
  vi.advanceTimersByTime(2_999);
  expect(abort.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  await failed;
  expect(goesOn).not.toHaveBeenCalled();
});
