import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";
import { type Cookies, secretCookie, secretIn } from "@/lib/participants/secret-cookie";
import { hashSecret } from "@/lib/secrets";
import type { GuestRow } from "./move-guest";

export const guestSecret = (jar: Cookies, mint: string) => secretIn(jar, "guest", mint);

/** The `Set-Cookie` that lets a browser prove, after a reload, that it is this guest. */
export const guestCookie = (mint: string, secret: string) => secretCookie("guest", mint, secret);

/** This browser's guest in a livestream: the one who is present, otherwise its latest knock. */
export async function guestOfCookies(
  db: Queries,
  jar: Cookies,
  mint: string,
): Promise<GuestRow | null> {
  const secret = guestSecret(jar, mint);
  if (!secret) return null;
  const [latest] = await guestsOfSecret(db, mint, hashSecret(secret));
  return latest ?? null;
}

/**
 * Every guest a browser has been in a livestream: present ones first, because an earlier one may wait
 * again, then the latest.
 */
export const guestsOfSecret = (
  db: Queries,
  mint: string,
  secretHash: string,
): Promise<GuestRow[]> =>
  db
    .select()
    .from(guests)
    .where(and(eq(guests.mint, mint), eq(guests.secretHash, secretHash)))
    .orderBy(desc(inArray(guests.status, ["waiting", "admitted"])), desc(guests.knockedAt));
