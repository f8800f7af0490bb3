import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/context";
import { mint } from "@/lib/contracts/common/fields";
import type { RoomToken } from "@/lib/contracts/tokens";
import type { Queries } from "@/lib/db/client";
import { may } from "@/lib/grants/capabilities";
import { type Found, livestreamFor, mayWatch } from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";
import { hostToken, ownViewerToken } from "./issue-token";

/**
 * An account's token under its own id: as host where it hosts, otherwise as a visible viewer. The
 * same message for a room that is not theirs and for one that does not exist.
 */
export async function issueOwnToken(
  context: Pick<Context, "db" | "livekit">,
  account: Actor,
  { userId, room }: { userId: string | null; room: string },
): Promise<RoomToken> {
  const isOwn = userId === null || isNamed(account, userId);
  const found = isOwn ? await livestreamIn(context.db, room, account.id) : null;
  if (!found || !mayWatch(found)) {
    throw new Problem("not-allowed", "You can’t join this room with this identity.");
  }
  if (may(found.role, "join-as-host")) return hostToken(context, found, account);
  return ownViewerToken(context, found, account);
}

const isNamed = ({ id, handle }: Account, word: string) =>
  word === id || word.toLowerCase() === handle.toLowerCase();

async function livestreamIn(db: Queries, room: string, accountId: string): Promise<Found | null> {
  const named = mint.safeParse(room);
  return named.success ? livestreamFor(db, named.data, accountId) : null;
}
