import type { RoomOptions } from "livekit-client";

/** For every connection to a show, whichever script makes it. */
export const roomOptions: RoomOptions = {
  adaptiveStream: true,
  dynacast: true,
  // LiveKit would disconnect on `beforeunload`, even if the person then chooses to stay on the
  // page.
  disconnectOnPageLeave: false,
};
