/** Where a livestream is watched. */
export const watchPath = (mint: string) => `/watch/${mint}`;

/** Where its hosts run it. */
export const studioPath = (mint: string) => `/studio/${mint}`;

/** What a creator shows to everybody. */
export const channelPath = (handle: string) => `/@${handle}`;

/** Where an organization's admin decides about guests without hosting. */
export const waitingRoomPath = (mint: string) => `/waiting-room/${mint}`;

/** A calendar file with the planned start. */
export const calendarPath = (mint: string) => `/livestreams/${mint}/calendar.ics`;

/** The player alone, for pages of others. */
export const embedPath = (mint: string) => `/embed/${mint}`;
