import type { JoinState } from "./join-model";

type Announced =
  | "lost"
  | "knocking"
  | "waiting"
  | "entering"
  | "backstage"
  | "stage"
  | "moved-backstage"
  | "moved-waiting";

/** What a screen reader is told when the guest's place changes; null for a place that speaks for itself. */
export function announcedIn({
  place,
  link,
  moved,
}: Pick<JoinState, "place" | "link" | "moved">): Announced | null {
  // That the connection was closed for it is no news.
  if (moved) return `moved-${moved}`;
  if (link === "lost") return "lost";
  switch (place.name) {
    case "knocking":
    case "waiting":
    case "entering":
    case "backstage":
    case "stage":
      return place.name;
    default:
      return null;
  }
}
