import "server-only";
import { accountByIdOrHandle } from "@/lib/accounts/find-account";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/context";
import type { RoomToken } from "@/lib/contracts/tokens";
import { newViewerIdentity } from "@/lib/ids";
import {
  type Found,
  refuseEnded,
  requireMay,
  requireWatchable,
} from "@/lib/livestreams/find-livestream";
import { banned } from "@/lib/participants/restrictions";
import { seatParticipant } from "@/lib/participants/seat-participant";
import { signSeat } from "@/lib/participants/sign-seat";
import { voucherOf } from "@/lib/participants/vouchers";
import { Problem } from "@/lib/problem";

/**
 * A host's token. The identity is the account's id, so that a reload takes its own place back.
 * `creator` must be the livestream's creator: it names whose show the caller means to run.
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

/** A token for the host's seat of an account that hosts this livestream. */
export async function hostToken(
  context: Pick<Context, "db" | "livekit">,
  found: Found,
  host: Actor,
): Promise<RoomToken> {
  await seatHost(context, found, host);
  return signSeat(context, found.mint, host.id);
}

/** Gives an account that hosts this livestream its seat, before the show and during it. */
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
 * A viewer's token, under a new identity each time: a participant that was visible can never turn
 * hidden, so going back to hidden means coming back as somebody new.
 */
export async function issueViewerToken(
  context: Pick<Context, "db" | "livekit">,
  viewer: Actor | null,
  { mint, hidden }: { mint: string; hidden: boolean },
): Promise<RoomToken> {
  const found = await requireWatchable(context.db, mint, viewer?.id ?? null);
  return viewerToken(context, found, viewer, { identity: newViewerIdentity(), hidden });
}

/** A token for a viewer's seat under this identity, while the show is on; `waits`: or before it. */
export async function viewerToken(
  context: Pick<Context, "db" | "livekit">,
  found: Found,
  viewer: Actor | null,
  { identity, hidden, waits = false }: { identity: string; hidden: boolean; waits?: boolean },
): Promise<RoomToken> {
  const { mint, status } = found;
  refuseEnded(status);
  if (status !== "live" && !waits) {
    throw new Problem("livestream-not-live", "This livestream has not started yet.");
  }
  if (found.banned) throw banned();
  const name = viewer && !hidden ? viewer.name : "";
  const accountId = viewer?.id ?? null;
  const seat = { mint, identity, role: "viewer", accountId, name, hidden } as const;
  await seatParticipant(context.db, seat, viewer && voucherOf(viewer));
  return signSeat(context, mint, identity);
}
