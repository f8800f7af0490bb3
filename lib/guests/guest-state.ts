import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "@/lib/context";
import type { guestState } from "@/lib/contracts/guests";
import { accounts } from "@/lib/db/schema/accounts";
import { livestreams } from "@/lib/db/schema/livestreams";
import { signalUrl } from "@/lib/livekit/token-signer";
import { Problem } from "@/lib/problem";
import { inviteOfToken, inviteState } from "./find-invite";
import { isUsedUp } from "./invite-uses";
import type { GuestRow } from "./move-guest";

type Asked = { inviteToken: string; guestOf: (mint: string) => Promise<GuestRow | null> };

/** What an invite leads to, and where this browser's guest stands; changes nothing. */
export async function readGuestState(
  { db, now }: Pick<Context, "db" | "now">,
  { inviteToken, guestOf }: Asked,
): Promise<z.input<typeof guestState.response>> {
  const invite = await inviteOfToken(db, inviteToken);
  const [livestream] = await db
    .select({
      mint: livestreams.mint,
      title: livestreams.title,
      creatorName: accounts.name,
      status: livestreams.status,
      visibility: livestreams.visibility,
    })
    .from(livestreams)
    .innerJoin(accounts, eq(accounts.id, livestreams.creatorId))
    .where(eq(livestreams.mint, invite.mint));
  if (!livestream) throw new Problem("livestream-not-found", "This livestream is gone.");
  const known = await guestOf(invite.mint);
  // A "no" holds for the link it was given to: by another link this browser may knock anew.
  const guest = known && (known.jti === invite.jti || isPresent(known)) ? known : null;
  const state = inviteState(invite, now());
  const usedUp = !guest && (await isUsedUp(db, invite, known?.secretHash ?? null));
  return {
    invite: state === "valid" && usedUp ? "used-up" : state,
    livestream,
    guest: guest && {
      identity: guest.identity,
      name: guest.name,
      status: guest.status,
      knockedAt: guest.knockedAt.toISOString(),
      place: guest.place,
      message: guest.message,
    },
    url: signalUrl(),
  };
}

const isPresent = ({ status }: GuestRow) => status === "waiting" || status === "admitted";
