import "server-only";
import type { Context } from "@/lib/context";
import { may } from "@/lib/grants/capabilities";
import {
  type Found,
  livestreamFor,
  livestreamNotFound,
  mayWatch,
} from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";
import type { Asking, Speaker } from "./speaker";

/** A livestream, and the author's identity in its backstage chat: a host or an admitted guest. */
export async function requireBackstage(
  { db }: Pick<Context, "db">,
  mint: string,
  { actor, guest }: Asking,
): Promise<{ found: Found; speaker: Speaker }> {
  const found = await livestreamFor(db, mint, actor?.id ?? null);
  if (found && actor && may(found.role, "chat-backstage")) {
    return { found, speaker: { subject: actor.id, name: actor.name, role: "host" } };
  }
  if (found && guest?.status === "admitted" && may("guest", "chat-backstage")) {
    return { found, speaker: { subject: guest.identity, name: guest.name, role: "guest" } };
  }
  // Strangers learn nothing about a private show.
  if (!found || !mayWatch(found)) throw livestreamNotFound();
  throw new Problem("not-allowed", "Only hosts and guests on stage or backstage can do this.");
}
