import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { limit } from "@/lib/limits";
import { clientAddress } from "./client-address";

/**
 * Rate-limits tokens by account, or by address if signed out: each costs a signature and a place in
 * a room.
 */
export async function limitTokens(
  { headers }: { headers: Headers },
  actor: Actor | null,
): Promise<void> {
  await (actor ? limit("token", actor.id) : limit("token-by-address", clientAddress(headers)));
}
