import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/context";
import type { ChatMessage } from "@/lib/contracts/chat";
import { may } from "@/lib/grants/capabilities";
import { guestOfCookies } from "@/lib/guests/guest-cookie";
import type { GuestRow } from "@/lib/guests/move-guest";
import {
  type Found,
  livestreamFor,
  refuseEnded,
  requireWatchable,
} from "@/lib/livestreams/find-livestream";
import { type Restrictions, refuseBan } from "@/lib/participants/restrictions";
import type { Cookies } from "@/lib/participants/secret-cookie";
import { Problem } from "@/lib/problem";
import { type VisitorRow, visitorOfCookies } from "./visitor";

export type Speaker = ChatMessage["author"];
/** The sender: an account, or this browser's guest or visitor. */
export type Asking = { actor: Actor | null; guest: GuestRow | null; visitor: VisitorRow | null };

/** The account of a request, and who its browser is in this livestream without one. */
export async function askingOf(
  { db }: Pick<Context, "db">,
  actor: Actor | null,
  jar: Cookies,
  mint: string,
): Promise<Asking> {
  const [guest, visitor] = await Promise.all([
    guestOfCookies(db, jar, mint),
    visitorOfCookies(db, jar, mint),
  ]);
  return { actor, guest, visitor };
}

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
export const subjectsOf = ({ actor, guest, visitor }: Asking): string[] =>
  [actor?.id, guest?.identity, visitor?.identity].filter((subject) => subject !== undefined);

/**
 * The author's identity; null for someone new without an account. Hidden viewers have one too once
 * they are signed in.
 */
export function speakerOf(found: Found, { actor, guest, visitor }: Asking): Speaker | null {
  // A signed-in guest on stage writes as that guest, unless the show is their own.
  const hosts = may(found.role, "chat-as-host");
  if (actor && (hosts || !onStage(guest))) {
    const role = hosts ? "host" : found.role === "moderator" ? "moderator" : "viewer";
    return { subject: actor.id, name: actor.name, role };
  }
  if (onStage(guest)) return { subject: guest.identity, name: guest.name, role: "guest" };
  return visitor && speakerOfVisitor(visitor);
}

export const speakerOfVisitor = ({ identity, name }: VisitorRow): Speaker => ({
  subject: identity,
  name,
  role: "visitor",
});

export const notSignedIn = () => new Problem("not-signed-in", "Sign in to write in the chat.");
