import { isOver, type LivestreamStatus } from "@/lib/contracts/common/livestream-status";
import type { MemberRole, ParticipantRole } from "@/lib/contracts/common/roles";
import type { Visibility } from "@/lib/contracts/livestreams";
import type { PublishSource } from "@/lib/contracts/stage";
import { may } from "@/lib/grants/capabilities";
import type { Seat } from "@/lib/grants/grants";
import type { RoomKind } from "@/lib/livekit/rooms";
import type { GuestStatus } from "@/lib/participants/guest";

/** Everything the database knows about one identity in one livestream. */
export type Standing = {
  role: ParticipantRole;
  hidden: boolean;
  removed: boolean;
  banned: boolean;
  /**
   * Whether its account is suspended, or every session and API key that its tokens were issued to has
   * ended.
   */
  signedOut: boolean;
  revokedBefore: Date | null;
  /** Whether a host has put its account on stage. */
  featured: boolean;
  /** The sources a host allows on stage; null for all of the seat's. */
  sources: PublishSource[] | null;
  guestStatus: GuestStatus | null;
  /** Where an admitted guest is; null for everyone else. */
  place: "stage" | "backstage" | null;
  /** Whether an encoder has an open session. */
  streaming: boolean;
  /** Whether it was issued for the current link to the programme. */
  linked: boolean;
  /** Its account's current role: creator, co-host or invited viewer; null for none. */
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
 * An identity's current seat in a room, or why it has none. The one place that decides who may be
 * in a room: used by the gate on every connect, and by the reconciler for those inside.
 */
export function seatOf(standing: Standing, room: RoomKind): Seat | Refusal {
  if (isOver(standing.livestreamStatus)) return "show-ended";
  if (standing.banned) return "banned";
  if (standing.removed) return "removed";
  if (standing.signedOut) return "signed-out";
  if (room === "check") return besideShow(standing, "connectionCheck");
  if (standing.role === "guest") return guestSeat(standing, room);
  if (room === "lobby") return "wrong-room";
  if (room === "backstage") return besideShow(standing, "inBackstage");
  if (standing.role === "agent") return "agent";
  if (standing.role === "host" || standing.role === "encoder") return hostSeat(standing);
  if (standing.role === "programme") return programmeSeat(standing);
  const sight = standing.visibility === "private" ? "watch-private" : "watch";
  if (!may(standing.membership, sight)) return "not-a-viewer";
  // Before the show, only hosts and admitted guests may watch an encoder.
  if (standing.livestreamStatus !== "live") {
    return standing.hidden ? "viewerBeforeShow" : "show-not-live";
  }
  // Hidden connections of the account stay hidden: nobody publishes unseen.
  if (standing.hidden) return "hiddenViewer";
  return standing.featured ? "viewerOnStage" : "visibleViewer";
}

/** A host's own seat in a room beside the stage, which no encoder and no agent has. */
function besideShow({ role, membership }: Standing, seat: Seat): Seat | Refusal {
  return role === "host" && may(membership, "join-as-host") ? seat : "not-a-host";
}

/**
 * An encoder counts as its host's second camera: it may stay while the host may and its key is
 * valid.
 */
function hostSeat({ role, membership, streaming, livestreamStatus }: Standing): Seat | Refusal {
  if (!may(membership, "join-as-host")) return "not-a-host";
  if (role === "host") return livestreamStatus === "live" ? "host" : "hostBeforeShow";
  if (!streaming) return "removed";
  return livestreamStatus === "live" ? "encoder" : "encoderBeforeShow";
}

/** Sees what viewers see, even of a private show, while the link is on and its creator is a host. */
function programmeSeat({ linked, membership, livestreamStatus }: Standing): Seat | Refusal {
  if (!linked) return "removed";
  if (!may(membership, "manage-programme-link")) return "not-a-host";
  return livestreamStatus === "live" ? "hiddenViewer" : "viewerBeforeShow";
}

/** Until the show begins there is no stage: viewers who wait would learn who is on it. */
const stageSeat = (place: Standing["place"], status: LivestreamStatus): Seat =>
  place === "backstage" || status !== "live" ? "guestBackstage" : "guestOnStage";

function guestSeat(
  { guestStatus, place, visibility, livestreamStatus }: Standing,
  room: RoomKind,
): Seat | Refusal {
  if (room === "lobby") {
    // An admitted guest stays in the lobby while fetching a stage token.
    const waits = guestStatus === "waiting" || guestStatus === "admitted";
    return visibility === "private" && waits ? "guestInLobby" : "guest-not-admitted";
  }
  // On stage too, so that the way back needs no new connection.
  if (room === "backstage")
    return guestStatus === "admitted" ? "inBackstage" : "guest-not-admitted";
  if (guestStatus === "admitted") return stageSeat(place, livestreamStatus);
  if (guestStatus === "waiting" && visibility !== "private") {
    // An encoder may send before the show, which is only for hosts and admitted guests.
    return livestreamStatus === "live" ? "guestWaiting" : "guestBeforeShow";
  }
  return "guest-not-admitted";
}
