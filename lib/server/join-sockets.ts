import "server-only";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";

const goodbyeWithinMs = 2_000;

/**
 * Joins the two ends of a WebSocket: what one says the other hears, and they end together. Whatever was
 * said before the end arrives, also if that end was a reset.
 */
export function joinSockets(one: Duplex, other: Duplex): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    (from as Socket).setTimeout(0).setNoDelay(true);
    // Its close event follows.
    from.on("error", () => {});
    from.once("close", () => hangUp(to));
    from.pipe(to);
  }
}

/**
 * Ends a socket and reads on until the peer has ended too. A socket that is destroyed with unread data
 * resets the connection, and a reset overtakes LiveKit's last message, which says why it closes.
 */
function hangUp(socket: Duplex): void {
  if (socket.destroyed) return;
  const late = setTimeout(() => socket.destroy(), goodbyeWithinMs).unref();
  socket.once("close", () => clearTimeout(late));
  socket.end();
  socket.resume();
}
