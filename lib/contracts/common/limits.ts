// Plain values shared by forms and the server. They are kept apart from the schemas, so that a page can
// use them without downloading the schema library.

export const chatTextMax = 500;
export const titleMax = 120;
export const bannerMax = 120;
/** People whom the hosts put in order, or turned down. */
export const tileOrderMax = 50;
/** A day. */
export const countdownMaxSeconds = 24 * 60 * 60;
export const guestMessageMax = 200;
export const reasonMax = 200;
export const reportNoteMax = 500;
export const descriptionMax = 2000;
export const nameMax = 50;
export const searchMax = 100;
export const tagsMax = 5;
export const tagMax = 24;

/** Accepted types of uploaded images. The server re-encodes each one at its own size. */
export const pictureTypes = ["image/jpeg", "image/png", "image/webp"] as const;
/** The default limit for request bodies. */
export const bodyMaxBytes = 64 * 1024;
export const coverMaxBytes = 1024 * 1024;
export const frameMaxBytes = 200 * 1024;
export const accountPictureMaxBytes = 1024 * 1024;
export const guestPictureMaxBytes = 100 * 1024;
export const logoMaxBytes = 1024 * 1024;
export const brandPictureMaxBytes = 2 * 1024 * 1024;
/**
 * The maximum number of pixels, since a few kilobytes can unpack to gigabytes: of pictures that people choose, whatever
 * their stored size, as much as takes half a second to decode. The browser shrinks larger ones. A frame can be full HD, a
 * guest's preview HD.
 */
export const picturePixelsMax = {
  chosen: 6_000_000,
  frame: 2_100_000,
  guest: 1_000_000,
} as const;
export const organizationNameMax = 80;
export const installationNameMax = 50;
/** Of an imprint and a privacy policy, in UTF-16 units. */
export const legalTextMax = 60_000;
/** Fits one legal text in any script, or both in a script of two bytes a letter. */
export const settingsMaxBytes = 256 * 1024;
export const signUpDomainsMax = 50;

/** The range of a retention, in days. */
export const keepDays = { min: 1, max: 3650 } as const;
export const passwordMin = 10;
export const passwordMax = 200;

/** How long an invite can be valid, in seconds: one minute to thirty days. */
export const inviteDurationSeconds = { min: 60, max: 30 * 24 * 3600 } as const;

/** How long a temporary ban can last, in seconds: one minute to a year. */
export const banSeconds = { min: 60, max: 365 * 24 * 3600 } as const;

export const inviteLabelMax = 60;

/** The range of an invite's guest limit. */
export const inviteUses = { min: 1, max: 1_000 } as const;

/** How many accounts can be created with a sign-up link. */
export const signUpLinkUses = { min: 1, max: 1_000 } as const;
/** The most sign-up links that have not expired. */
export const signUpLinksMax = 200;
/** How long a sign-up link works. */
export const signUpLinkDays = { min: 1, max: 90 } as const;

/** The LiveKit data topic of the server's hints. Only packets without a sender come from the server. */
export const roomTopic = "greenroom";

/** LiveKit sends metadata to everyone in the room. */
export const agentMetadataMax = 2_048;
