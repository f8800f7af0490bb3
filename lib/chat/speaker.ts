import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/context";
import type { ChatMessage } from "@/lib/contracts/chat";
import { may } from "@/lib/grants/capabilities";
import type { GuestRow } from "@/lib/guests/move-guest";
import {
  type Found,
  livestreamFor,
  refuseEnded,
  requireWatchable,
} from "@/lib/livestreams/find-livestream";
import { type Restrictions, refuseBan } from "@/lib/participants/restrictions";
import { Problem } from "@/lib/problem";

export type Speaker = ChatMessage["author"];
/** The sender: an account, or this browser's guest. */
export type Asking = { actor: Actor | null; guest: GuestRow | null };

const onStage = (guest: GuestRow | null): guest is GuestRow => guest?.status === "admitted";

/** The livestream, if the sender may read its chat: they may watch it, or are on its stage. */
export async function requireReadable(
  { db }: Pick<Context, "db">,
  mint: string,
  { actor, guest }: Asking,
): Promise<Found> {
  const accountId = actor?.id ?? null;
  const onOwnStage = onStage(guest) ? await livestreamFor(db, mint, accountId) : null;
  return onOwnStage ?? requireWatchable(db, mint, accountId);
}

/** The chat closes when the show ends, and to anyone a host has banned. */
export function refuseSilenced({ status }: Found, decided: Restrictions): void {
  refuseEnded(status, "The show is over and its chat is closed.");
  refuseBan(decided);
}

/** The ids this sender could write under; the livestream decides which one applies. */
export const subjectsOf = ({ actor, guest }: Asking): string[] =>
  [actor?.id, guest?.identity].filter((subject) => subject !== undefined);

/** The author's identity. Hidden viewers have one too once they are signed in. */
export function speakerOf(found: Found, { actor, guest }: Asking): Speaker {
  // A signed-in guest on stage writes as that guest, unless the show is their own.
  const hosts = may(found.role, "chat-as-host");
  if (actor && (hosts || !onStage(guest))) {
    return { subject: actor.id, name: actor.name, role: hosts ? "host" : "viewer" };
  }
  if (onStage(guest)) return { subject: guest.identity, name: guest.name, role: "guest" };
  throw new Problem("not-signed-in", "Sign in to write in the chat.");
}
