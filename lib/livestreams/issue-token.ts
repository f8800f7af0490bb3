import "server-only";
import type { Account } from "@/lib/accounts/account";
import { accountByIdOrHandle } from "@/lib/accounts/find-account";
import type { Context } from "@/lib/context";
import type { RoomToken } from "@/lib/contracts/tokens";
import { newViewerIdentity } from "@/lib/ids";
import { stageRoom } from "@/lib/livekit/rooms";
import { signToken } from "@/lib/livekit/token-signer";
import { refuseBanned } from "@/lib/moderation/restrictions";
import { seatParticipant } from "@/lib/participants/seat-participant";
import { Problem } from "@/lib/problem";
import { type Found, requireHosted, requireWatchable } from "./find-livestream";

/**
 * A host's token. The identity is the account's id, so that a reload takes its own place back.
 * `creator` must be the livestream's creator: it names whose show the caller means to run.
 */
export async function issueHostToken(
  { db, livekit }: Pick<Context, "db" | "livekit">,
  host: Account,
  { mint, creator }: { mint: string; creator: string },
): Promise<RoomToken> {
  const found = await requireHosted(db, mint, host.id);
  const named = await accountByIdOrHandle(db, creator);
  if (named?.id !== found.creatorId) {
    throw new Problem("livestream-not-found", "This creator has no livestream with this mint.");
  }
  refuseEnded(found);
  // Hosts prepare and guests wait before the show, so the room stands before it is live.
  await livekit.ensureRoom(stageRoom(mint));
  await seatParticipant(db, {
    mint,
    identity: host.id,
    role: "host",
    accountId: host.id,
    name: host.name,
    hidden: false,
  });
  return signToken("host", {
    identity: host.id,
    name: host.name,
    room: stageRoom(mint),
    attributes: { role: "host", handle: host.handle },
  });
}

type Viewing = { mint: string; hidden: boolean };

/**
 * A viewer's token, under a new identity each time: a participant that was visible can never turn
 * hidden, so going back to hidden means coming back as somebody new.
 */
export async function issueViewerToken(
  { db }: Pick<Context, "db">,
  viewer: Account | null,
  { mint, hidden }: Viewing,
): Promise<RoomToken> {
  const found = await requireWatchable(db, mint, viewer?.id ?? null);
  refuseEnded(found);
  if (found.status !== "live") {
    throw new Problem("livestream-not-live", "This livestream has not started yet.");
  }
  if (viewer) await refuseBanned(db, mint, viewer.id);
  const identity = newViewerIdentity();
  const name = viewer && !hidden ? viewer.name : "";
  await seatParticipant(db, {
    mint,
    identity,
    role: "viewer",
    accountId: viewer?.id ?? null,
    name,
    hidden,
  });
  return signToken(hidden ? "hiddenViewer" : "visibleViewer", {
    identity,
    name,
    room: stageRoom(mint),
    attributes: { role: "viewer", ...(viewer && !hidden && { handle: viewer.handle }) },
  });
}

function refuseEnded({ status }: Found): void {
  if (status === "ended") {
    throw new Problem("livestream-ended", "This livestream has ended.");
  }
}
