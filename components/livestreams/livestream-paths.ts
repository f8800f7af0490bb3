/** Where a livestream is watched. */
export const watchPath = (mint: string) => `/watch/${mint}`;

/** Where its hosts run it. */
export const studioPath = (mint: string) => `/studio/${mint}`;

/** What a creator shows to everybody. */
export const channelPath = (handle: string) => `/@${handle}`;

/** Where an organization's admin decides about guests without hosting. */
export const waitingRoomPath = (mint: string) => `/waiting-room/${mint}`;
