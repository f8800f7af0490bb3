import { DisconnectReason, type Room, RoomEvent } from "livekit-client";

/**
 * Connects a room. Null once connected, or why not. LiveKit may end a connection that is still opening, as
 * when the same guest joins in another tab: only the event says so at once, and with the reason.
 */
export async function connectRoom(
  room: Room,
  url: string,
  token: string,
): Promise<DisconnectReason | null> {
  let stopListening = () => {};
  const ended = new Promise<DisconnectReason>((resolve) => {
    const hear = (reason = DisconnectReason.UNKNOWN_REASON) => resolve(reason);
    room.once(RoomEvent.Disconnected, hear);
    stopListening = () => room.off(RoomEvent.Disconnected, hear);
  });
  const connected = room.connect(url, token).then(
    () => null,
    () => DisconnectReason.JOIN_FAILURE,
  );
  return Promise.race([ended, connected]).finally(stopListening);
}
