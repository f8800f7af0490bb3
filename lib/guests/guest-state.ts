import "server-only";
import type { z } from "zod";
import type { Context } from "@/lib/context";
import type { guestState } from "@/lib/contracts/guests";
import type { Queries } from "@/lib/db/client";
import { inviteOfToken, inviteState } from "@/lib/invites/find-invite";
import { isUsedUp } from "@/lib/invites/invite-uses";
import { signalUrl } from "@/lib/livekit/token-signer";
import { shownBrand } from "@/lib/livestreams/brand";
import { shownStatus } from "@/lib/livestreams/livestream";
import { withLapsedBan } from "@/lib/participants/restrictions";
import type { GuestRow } from "./move-guest";

type Asked = { inviteToken: string; guestOf: (mint: string) => Promise<GuestRow | null> };

/** The invite's livestream, and the state of this browser's guest. Changes nothing. */
export async function readGuestState(
  { db, now }: Pick<Context, "db" | "now">,
  { inviteToken, guestOf }: Asked,
): Promise<z.input<typeof guestState.response>> {
  const { invite, livestream: row } = await inviteOfToken(db, inviteToken);
  const livestream = { ...row, status: shownStatus(row), brand: shownBrand(row.brand) };
  const known = await guestOf(invite.mint);
  // A denial applies to its invite only: with another invite this browser may knock again.
  const shown = known && (known.jti === invite.jti || isPresent(known)) ? known : null;
  const guest = shown && (await mayKnockAgain(db, shown)) ? null : shown;
  const state = inviteState(invite, now());
  const usedUp = !guest && (await isUsedUp(db, invite, known?.secretHash ?? null));
  // With a revoked invite, its holder must not learn a private show's current title or brand.
  const withdrawn = state === "revoked" && livestream.visibility === "private" && !guest;
  return {
    invite: state === "valid" && usedUp ? "used-up" : state,
    livestream: withdrawn ? { ...livestream, title: "", brand: null } : livestream,
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

/** Removed with a ban that has ended. */
const mayKnockAgain = async (db: Queries, { mint, identity, status }: GuestRow) =>
  status === "removed" && (await withLapsedBan(db, mint, [identity])).has(identity);

const isPresent = ({ status }: GuestRow) => status === "waiting" || status === "admitted";
