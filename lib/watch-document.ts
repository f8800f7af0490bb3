import type { Livestream } from "@/lib/contracts/livestreams";
import type { RoomToken } from "@/lib/contracts/tokens";
import type { Role } from "@/lib/grants/capabilities";

/** Ids of the elements in the watch page's document that its scripts look up. */
export const documentIds = {
  /** A `DocumentVisit`, as JSON. */
  visit: "visit",
  /** What to load after the first picture: a `LatePage`, as JSON. */
  late: "late-page",
  /** The outline shown until the page has loaded. */
  outline: "outline",
  /** The style that delays the page's font. */
  fontHold: "font-hold",
  /** The videos of the first picture, each in its rectangle. */
  pictures: "first-picture",
} as const;

/** The position of one video, in percent of the picture. */
export type Rectangle = { left: number; top: number; width: number; height: number };

/** A show that this visitor may watch now, with everything the page needs to show it. */
export type OpenVisit = {
  livestream: Livestream;
  pass: RoomToken;
  /** Null for anonymous viewers. */
  me: { id: string; name: string; role: Role } | null;
  /** The position of each video, in the order in which the tracks arrive. */
  rectangles: Rectangle[];
};

/** `busy`: the visitor's network reached the rate limit. */
export type DocumentVisit = OpenVisit | { closed: "banned" | "busy" };

/** The attributes of an element, in order. */
export type Attributes = [name: string, value: string][];
/** The styles and scripts of Next's page. The first picture needs none of them. */
export type LatePage = { styles: Attributes[]; scripts: Attributes[] };
