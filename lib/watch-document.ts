import type { Livestream } from "@/lib/contracts/livestreams";
import type { RoomToken } from "@/lib/contracts/tokens";
import type { Role } from "@/lib/grants/capabilities";

/** The ids of the elements that the watch page's document contains for its scripts. */
export const documentIds = {
  /** A `DocumentVisit`, as JSON. */
  visit: "visit",
  /** What waits for the first picture: a `LatePage`, as JSON. */
  late: "late-page",
  /** What stands in the window until the page does. */
  outline: "outline",
  /** The style that holds the page's font back. */
  fontHold: "font-hold",
  /** The videos of the first picture, each in its rectangle. */
  pictures: "first-picture",
} as const;

/** Where one video of a picture stands, in hundredths of it. */
export type Rectangle = { left: number; top: number; width: number; height: number };

/** A show that its reader may watch now, with all that the page needs to show it. */
export type OpenVisit = {
  livestream: Livestream;
  pass: RoomToken;
  /** Null for who is not signed in. */
  me: { id: string; name: string; role: Role } | null;
  /** Where the show's videos stand, in the order in which their tracks come. */
  rectangles: Rectangle[];
};

/** `busy`: too many have come from one network. */
export type DocumentVisit = OpenVisit | { closed: "banned" | "busy" };

/** The attributes of an element, in order. */
export type Attributes = [name: string, value: string][];
/** What Next's page loads; the first picture needs none of it. */
export type LatePage = { styles: Attributes[]; scripts: Attributes[] };
