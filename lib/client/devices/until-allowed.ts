import { type Room, RoomEvent } from "livekit-client";

/**
 * Waits until LiveKit allows this person to publish: a host presses the button before the show has a
 * stage. Rejects if they no longer want to, or if the connection ends. Leaving a room removes its
 * listeners, so the caller aborts then.
 */
export function untilAllowed(room: Room, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (room.localParticipant.permissions?.canPublish) settle(resolve);
    };
    const end = () => settle(() => reject(new Error("nothing was published")));
    function settle(how: () => void): void {
      room.off(RoomEvent.ParticipantPermissionsChanged, look).off(RoomEvent.Disconnected, end);
      how();
    }
    if (signal.aborted) return end();
    room.on(RoomEvent.ParticipantPermissionsChanged, look).on(RoomEvent.Disconnected, end);
    signal.addEventListener("abort", end, { once: true });
    look();
  });
}

/** Setting a permission takes LiveKit a fraction of a second; a token that is too old never gets it. */
const allowedWithinMs = 3_000;

/**
 * Gives up once LiveKit should have allowed it.
 *
 * @returns goes on waiting
 */
export function giveUpWhenOverdue(giveUp: () => void): () => void {
  const timer = setTimeout(giveUp, allowedWithinMs);
  return () => clearTimeout(timer);
}
