import type { JoinState } from "./join-model";

type Announced =
  | "lost"
  | "knocking"
  | "waiting"
  | "entering"
  | "backstage"
  | "countdown"
  | "live"
  | "moved-backstage"
  | "moved-waiting";

/**
 * The screen reader announcement for a change of the guest's place; null if the place needs none.
 */
export function announcedIn({
  place,
  link,
  moved,
}: Pick<JoinState, "place" | "link" | "moved">): Announced | null {
  // The move itself closed the connection, so its loss is not announced.
  if (moved) return `moved-${moved}`;
  if (link === "lost") return "lost";
  switch (place.name) {
    case "knocking":
    case "waiting":
    case "entering":
    case "backstage":
      return place.name;
    case "stage":
      return place.startsIn > 0 ? "countdown" : "live";
    default:
      return null;
  }
}
