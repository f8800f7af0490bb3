import type { LivestreamStatus, Visibility } from "@/lib/contracts/livestreams";
import type { PublishSource } from "@/lib/contracts/stage";
import type { Seat } from "@/lib/grants/grants";
import type { GuestStatus } from "@/lib/guests/guest";

/** Everything the database knows about one identity in one livestream. */
export type Standing = {
  role: "host" | "guest" | "viewer" | "agent";
  hidden: boolean;
  removed: boolean;
  banned: boolean;
  revokedBefore: Date | null;
  /** Whether a host has put the account behind it on stage. */
  featured: boolean;
  /** What a host lets it publish on stage; null is all that the seat has. */
  sources: PublishSource[] | null;
  guestStatus: GuestStatus | null;
  /** Where a guest is once admitted; null for everybody else. */
  place: "stage" | "backstage" | null;
  /** Whether the account behind it is still creator, co-host or allowed viewer; null without one. */
  membership: "creator" | "host" | "viewer" | null;
  livestreamStatus: LivestreamStatus;
  visibility: Visibility;
};

const refusals = [
  "show-ended",
  "show-not-live",
  "removed",
  "banned",
  "not-a-host",
  "not-a-viewer",
  "guest-not-admitted",
  "wrong-room",
] as const;
export type Refusal = (typeof refusals)[number];

export const isRefusal = (answer: Seat | Refusal): answer is Refusal =>
  (refusals as readonly string[]).includes(answer);

/**
 * The seat that an identity has in a room now, or why it has none. The one place where "who may be
 * here" is answered: the gate asks it on every connect, the reconciler about who is inside.
 */
export function seatOf(standing: Standing, lobby: boolean): Seat | Refusal {
  if (standing.livestreamStatus === "ended") return "show-ended";
  if (standing.banned) return "banned";
  if (standing.removed) return "removed";
  if (standing.role === "guest") return guestSeat(standing, lobby);
  if (lobby) return "wrong-room";
  if (standing.role === "agent") return "agent";
  if (standing.role === "host") {
    const hosts = standing.membership === "creator" || standing.membership === "host";
    return hosts ? "host" : "not-a-host";
  }
  if (standing.livestreamStatus !== "live") return "show-not-live";
  if (standing.visibility === "private" && !standing.membership) return "not-a-viewer";
  // The account's hidden connections stay what they are: nobody publishes unseen.
  if (standing.hidden) return "hiddenViewer";
  return standing.featured ? "viewerOnStage" : "visibleViewer";
}

function guestSeat({ guestStatus, place, visibility }: Standing, lobby: boolean): Seat | Refusal {
  if (lobby) {
    // An admitted guest still stands in the lobby while it fetches its token for the stage.
    const waits = guestStatus === "waiting" || guestStatus === "admitted";
    return visibility === "private" && waits ? "guestInLobby" : "guest-not-admitted";
  }
  if (guestStatus === "admitted") return place === "backstage" ? "guestBackstage" : "guestOnStage";
  if (guestStatus === "waiting" && visibility !== "private") return "guestWaiting";
  return "guest-not-admitted";
}
