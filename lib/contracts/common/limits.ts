// Plain numbers and names that forms and the server share, apart from the schemas, so that a page
// which needs one does not download the schema library with it.

export const chatTextMax = 500;
export const titleMax = 120;
export const bannerMax = 120;
export const guestMessageMax = 200;
export const reasonMax = 200;
export const descriptionMax = 2000;
export const nameMax = 50;
export const searchMax = 100;
export const tagsMax = 5;
export const tagMax = 24;

/** What a cover may be sent as, and how large; the server draws its own smaller one of it. */
export const pictureTypes = ["image/jpeg", "image/png", "image/webp"] as const;
/** Of every body whose URL says nothing else. */
export const bodyMaxBytes = 64 * 1024;
export const coverMaxBytes = 1024 * 1024;
export const frameMaxBytes = 200 * 1024;
export const guestPictureMaxBytes = 100 * 1024;
/**
 * How many pixels a picture may have, as a few kilobytes can unpack to gigabytes: a few times what
 * it is drawn at (1600 × 900, 640 × 640, 320 × 320). A frame may be full HD, a guest's picture HD.
 */
export const picturePixelsMax = { cover: 6_000_000, frame: 2_100_000, guest: 1_000_000 } as const;
export const organizationNameMax = 80;
export const passwordMin = 10;
export const passwordMax = 200;

/** The shortest and longest life of an invite, in seconds: one minute to thirty days. */
export const inviteDurationSeconds = { min: 60, max: 30 * 24 * 3600 } as const;

/** The shortest and longest ban that ends, in seconds: one minute to a year. */
export const banSeconds = { min: 60, max: 365 * 24 * 3600 } as const;

/** How few and how many guests an invite may be limited to. */
export const inviteUses = { min: 1, max: 1_000 } as const;

/** The LiveKit data topic that the server's hints come on. Only packets without a sender are ours. */
export const roomTopic = "greenroom";

/** LiveKit sends metadata to everybody in the room. */
export const agentMetadataMax = 2_048;
