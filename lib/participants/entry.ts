import type { MemberRole, ParticipantRole } from "@/lib/contracts/common/roles";
import type { LivestreamStatus, Visibility } from "@/lib/contracts/livestreams";
import type { PublishSource } from "@/lib/contracts/stage";
import { may } from "@/lib/grants/capabilities";
import type { Seat } from "@/lib/grants/grants";
import type { GuestStatus } from "@/lib/participants/guest";

/** Everything the database knows about one identity in one livestream. */
export type Standing = {
  role: ParticipantRole;
  hidden: boolean;
  removed: boolean;
  banned: boolean;
  /** Whether every session and API key that its tokens were issued to has ended. */
  signedOut: boolean;
  revokedBefore: Date | null;
  /** Whether a host has put the account behind it on stage. */
  featured: boolean;
  /** What a host lets it publish on stage; null is all that the seat has. */
  sources: PublishSource[] | null;
  guestStatus: GuestStatus | null;
  /** Where a guest is once admitted; null for everybody else. */
  place: "stage" | "backstage" | null;
  /** Whether an encoder has a session that its stream key opened and nobody has ended. */
  streaming: boolean;
  /** Whether the account behind it is still creator, co-host or allowed viewer; null without one. */
  membership: "creator" | MemberRole | null;
  livestreamStatus: LivestreamStatus;
  visibility: Visibility;
};

const refusals = [
  "show-ended",
  "show-not-live",
  "removed",
  "banned",
  "signed-out",
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
  if (standing.signedOut) return "signed-out";
  if (standing.role === "guest") return guestSeat(standing, lobby);
  if (lobby) return "wrong-room";
  if (standing.role === "agent") return "agent";
  if (standing.role === "host" || standing.role === "encoder") return hostSeat(standing);
  const sight = standing.visibility === "private" ? "watch-private" : "watch";
  if (!may(standing.membership, sight)) return "not-a-viewer";
  // What an encoder sends before the show is for those who make it.
  if (standing.livestreamStatus !== "live") {
    return standing.hidden ? "viewerBeforeShow" : "show-not-live";
  }
  // The account's hidden connections stay what they are: nobody publishes unseen.
  if (standing.hidden) return "hiddenViewer";
  return standing.featured ? "viewerOnStage" : "visibleViewer";
}

/** An encoder is a host's other camera: it is here while the host may be, and its key holds. */
function hostSeat({ role, membership, streaming }: Standing): Seat | Refusal {
  if (!may(membership, "join-as-host")) return "not-a-host";
  if (role === "host") return "host";
  return streaming ? "encoder" : "removed";
}

function guestSeat(
  { guestStatus, place, visibility, livestreamStatus }: Standing,
  lobby: boolean,
): Seat | Refusal {
  if (lobby) {
    // An admitted guest still stands in the lobby while it fetches its token for the stage.
    const waits = guestStatus === "waiting" || guestStatus === "admitted";
    return visibility === "private" && waits ? "guestInLobby" : "guest-not-admitted";
  }
  if (guestStatus === "admitted") return place === "backstage" ? "guestBackstage" : "guestOnStage";
  if (guestStatus === "waiting" && visibility !== "private") {
    // An encoder may send before the show, and that is for those who make it.
    return livestreamStatus === "live" ? "guestWaiting" : "guestBeforeShow";
  }
  return "guest-not-admitted";
}
