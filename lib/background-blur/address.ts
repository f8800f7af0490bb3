/**
 * The URL of the segmentation files (scripts/launcher/builds/background-blur.mjs). It contains the
 * package versions, so browsers may cache the 3 MB forever.
 */
export const blurAddress = "/background-blur/0.10.14-0.1.1675465747-1";
