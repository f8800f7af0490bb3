/**
 * Where a browser finds what sees a person in a picture (scripts/launcher/builds/background-blur.mjs): the
 * versions of the packages are in it, so that a browser may keep the 3 MB for ever.
 */
export const blurAddress = "/background-blur/0.10.14-0.1.1675465747-1";
