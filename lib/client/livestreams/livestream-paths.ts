/** The watch page. */
export const watchPath = (mint: string) => `/watch/${mint}`;

/** The studio, for hosts. */
export const studioPath = (mint: string) => `/studio/${mint}`;

/** A creator's public page. */
export const channelPath = (handle: string) => `/@${handle}`;

/** Where an organization's admins decide on guests without hosting. */
export const waitingRoomPath = (mint: string) => `/waiting-room/${mint}`;

/** A calendar file with the planned start. */
export const calendarPath = (mint: string) => `/livestreams/${mint}/calendar.ics`;

/** The embeddable player. */
export const embedPath = (mint: string) => `/embed/${mint}`;
