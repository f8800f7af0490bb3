import "server-only";
import type { Context } from "@/lib/context";
import type { BackstageRole } from "@/lib/contracts/tokens";
import { may } from "@/lib/grants/capabilities";
import {
  type Found,
  livestreamFor,
  livestreamNotFound,
  mayWatch,
} from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";
import type { Asking, Speaker } from "./speaker";

/**
 * A livestream, and the sender's identity backstage: a host or an admitted guest. Someone who is both
 * is the host, unless `as` says otherwise.
 */
export async function requireBackstage(
  { db }: Pick<Context, "db">,
  mint: string,
  { actor, guest }: Asking,
  as?: BackstageRole,
): Promise<{ found: Found; speaker: Speaker }> {
  const found = await livestreamFor(db, mint, actor?.id ?? null);
  if (as !== "guest" && found && actor && may(found.role, "chat-backstage")) {
    return { found, speaker: { subject: actor.id, name: actor.name, role: "host" } };
  }
  if (as !== "host" && found && guest?.status === "admitted" && may("guest", "chat-backstage")) {
    return { found, speaker: { subject: guest.identity, name: guest.name, role: "guest" } };
  }
  // Strangers learn nothing about a private show.
  if (!found || !mayWatch(found)) throw livestreamNotFound();
  throw new Problem("not-allowed", "Only hosts and guests on stage or backstage can do this.");
}
