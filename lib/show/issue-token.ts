import "server-only";
import { accountByIdOrHandle } from "@/lib/accounts/find-account";
import type { Actor, Visitor } from "@/lib/auth/actor";
import type { Context } from "@/lib/context";
import type { RoomToken } from "@/lib/contracts/tokens";
import { newViewerIdentity } from "@/lib/ids";
import { type Found, refuseEnded, requireMay } from "@/lib/livestreams/find-livestream";
import { placeOnStage } from "@/lib/participants/featured";
import { banned } from "@/lib/participants/restrictions";
import { seatParticipant } from "@/lib/participants/seat-participant";
import { signSeat, signViewer } from "@/lib/participants/sign-seat";
import { voucherOf } from "@/lib/participants/vouchers";
import { Problem } from "@/lib/problem";
import { type Count, type LoadedShow, loadShow } from "./load-show";

/**
 * A host's token. The identity is the account's id, so that a reload replaces the earlier
 * connection. `creator` must be the livestream's creator: it confirms whose show the caller means
 * to run.
 */
export async function issueHostToken(
  context: Pick<Context, "db" | "livekit">,
  host: Actor,
  { mint, creator }: { mint: string; creator: string },
): Promise<RoomToken> {
  const { db } = context;
  const found = await requireMay(db, mint, host.id, "join-as-host");
  const named = await accountByIdOrHandle(db, creator);
  if (named?.id !== found.creatorId) {
    throw new Problem("livestream-not-found", "This creator has no livestream with this mint.");
  }
  return hostToken(context, found, host);
}

/** A host token for an account that hosts this livestream. */
export async function hostToken(
  context: Pick<Context, "db" | "livekit">,
  found: Found,
  host: Actor,
): Promise<RoomToken> {
  await seatHost(context, found, host);
  return signSeat(context, found.mint, host.id);
}

/** Seats an account that hosts this livestream, before the show and during it. */
export async function seatHost(
  { db }: Pick<Context, "db">,
  found: Found,
  host: Actor,
): Promise<void> {
  const { mint } = found;
  const { id, name } = host;
  refuseEnded(found.status);
  if (found.banned) throw banned();
  const seat = { mint, identity: id, role: "host", accountId: id, name, hidden: false } as const;
  await seatParticipant(db, seat, voucherOf(host));
}

/**
 * A viewer's token, with a new identity each time: a participant that was visible can never turn
 * hidden, so returning to hidden means returning under a new identity.
 */
export async function issueViewerToken(
  context: Pick<Context, "db" | "now">,
  visitor: Visitor,
  { mint, hidden }: { mint: string; hidden: boolean },
  count: Count,
): Promise<RoomToken> {
  const loaded = await loadShow(context, visitor, mint, { count, signedIn: true });
  return viewerToken(context, loaded, { identity: newViewerIdentity(), hidden });
}

/**
 * A token for a viewer while the show is live, with `waits` also before it. Their seat is stored
 * when they connect.
 */
export async function viewerToken(
  { db }: Pick<Context, "db">,
  { found, viewer, revokedBefore }: Omit<LoadedShow, "shown">,
  { identity, hidden, waits = false }: { identity: string; hidden: boolean; waits?: boolean },
): Promise<RoomToken> {
  refuseViewer(found, waits);
  const { mint, role, status, visibility } = found;
  const appears = viewer !== null && !hidden;
  const place = appears ? await placeOnStage(db, mint, viewer.id) : offStage;
  const standing = {
    ...{ ...newcomer, ...place, identity, hidden, revokedBefore, visibility },
    name: appears ? viewer.name : "",
    accountId: viewer?.id ?? null,
    handle: viewer?.handle ?? null,
    membership: role,
    livestreamStatus: status,
  };
  const asker = viewer && { accountId: viewer.id, voucher: voucherOf(viewer) };
  return signViewer(mint, standing, asker);
}

/**
 * The same under the account's own id. Its seat is stored at once, because an earlier one may
 * exist.
 */
export async function ownViewerToken(
  context: Pick<Context, "db" | "livekit">,
  found: Found,
  viewer: Actor,
): Promise<RoomToken> {
  refuseViewer(found, false);
  const { mint } = found;
  const { id, name } = viewer;
  const seat = { mint, identity: id, role: "viewer", accountId: id, name, hidden: false } as const;
  await seatParticipant(context.db, seat, voucherOf(viewer));
  return signSeat(context, mint, id);
}

function refuseViewer({ status, banned: isBanned }: Found, waits: boolean): void {
  refuseEnded(status);
  if (status !== "live" && !waits) {
    throw new Problem("livestream-not-live", "This livestream hasn’t started yet.");
  }
  if (isBanned) throw banned();
}

const offStage = { featured: false, calledBy: null, sources: null };
/** The database's view of a viewer it does not know yet. */
const newcomer = {
  role: "viewer",
  removed: false,
  banned: false,
  signedOut: false,
  guestStatus: null,
  place: null,
  streaming: false,
  linked: false,
} as const;
