import type { LocalTrack, Room } from "livekit-client";
import { backoffMs } from "@/lib/client/server-api/backoff";
import { optionsForTrack } from "./publish-options";

/**
 * Publishes a track, a new one for each attempt, until LiveKit takes it.
 *
 * @returns stops and unpublishes it
 */
export function sendUntilTaken(
  { localParticipant }: Pick<Room, "localParticipant">,
  open: () => LocalTrack,
): () => void {
  let over = false;
  let track = open();
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function send(tries: number): Promise<void> {
    try {
      await localParticipant.publishTrack(track, optionsForTrack(track));
      if (over) await localParticipant.unpublishTrack(track);
    } catch {
      track.stop();
      if (over) return;
      const again = () => {
        track = open();
        void send(tries + 1);
      };
      timer = setTimeout(again, backoffMs(tries, Math.random()));
    }
  }
  void send(1);
  return () => {
    over = true;
    clearTimeout(timer);
    track.stop();
    // Still being published, it is unpublished afterwards.
    void localParticipant.unpublishTrack(track).catch(() => undefined);
  };
}
