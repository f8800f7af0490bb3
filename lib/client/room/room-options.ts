import type { RoomOptions } from "livekit-client";

/** For every connection to a show, whichever script makes it. */
export const roomOptions: RoomOptions = {
  adaptiveStream: true,
  dynacast: true,
  // LiveKit would leave at `beforeunload` already, also for who then answers "Stay on the page".
  disconnectOnPageLeave: false,
};
