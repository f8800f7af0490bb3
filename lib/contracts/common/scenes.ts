/**
 * What the programme shows. `show` is the stage; the others are cards that cover it: viewers see
 * and hear nobody.
 */
export const scenes = ["starting", "show", "break", "thanks"] as const;
export type Scene = (typeof scenes)[number];

/**
 * How everyone on stage is arranged. `auto` shows a shared screen first, otherwise even tiles.
 * `side-by-side` shows at most two per row. `screen` shows the screen with faces beside it, or `grid`
 * if no screen is shared. `picture-in-picture` shows the others in a corner of the large picture.
 */
export const layouts = [
  "auto",
  "spotlight",
  "grid",
  "side-by-side",
  "screen",
  "picture-in-picture",
] as const;
export type StageLayout = (typeof layouts)[number];

/** A chat message on screen. */
export type StageComment = { seq: number; name: string; text: string };
