import { ConnectionState, type Room } from "livekit-client";

const answerWithinMs = 3_000;

/**
 * Reports a connected room whose browser loses its network, and the return of the network. LiveKit notices only
 * after 15 to 20 seconds, in which the picture is frozen without a word. A show on this machine continues
 * without a network, so the server is asked first.
 *
 * @returns stops it
 */
export function followNetwork(room: Room, say: (name: "connected" | "reconnecting") => void) {
  const isConnected = () => room.state === ConnectionState.Connected;
  const lost = async () => {
    if (!isConnected() || (await serverAnswers())) return;
    if (isConnected() && !navigator.onLine) say("reconnecting");
  };
  const back = () => {
    if (isConnected()) say("connected");
  };
  window.addEventListener("offline", lost);
  window.addEventListener("online", back);
  return () => {
    window.removeEventListener("offline", lost);
    window.removeEventListener("online", back);
  };
}

const serverAnswers = () =>
  fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(answerWithinMs) }).then(
    () => true,
    () => false,
  );
