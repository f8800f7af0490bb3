import type { RoomOptions } from "livekit-client";

/** For a connection to a show, whichever script makes it. */
export const roomOptions: RoomOptions = {
  adaptiveStream: true,
  dynacast: true,
  // LiveKit would disconnect on `beforeunload`, even if the person then chooses to stay on the
  // page.
  disconnectOnPageLeave: false,
};

/**
 * For a page that is shown elsewhere while its tab is hidden, such as a browser source: LiveKit would
 * pause the pictures of a hidden page.
 */
export const unattendedRoomOptions: RoomOptions = {
  ...roomOptions,
  adaptiveStream: { pauseVideoInBackground: false },
};
