import "server-only";
import { type Actor, actorOf, personOf, type Visitor } from "@/lib/auth/actor";
import type { Context } from "@/lib/context";
import { livestreamNotFound, mayWatch } from "@/lib/livestreams/find-livestream";
import { type LoadedLivestream, loadLivestream } from "@/lib/livestreams/load-livestream";
import { Problem } from "@/lib/problem";

/** Counts a request, and throws 429 at the limit. */
export type Count = (viewer: Actor | null) => Promise<void>;

/** A show, with the requester's access to it. */
export type LoadedShow = Omit<LoadedLivestream, "account"> & { viewer: Actor | null };

/**
 * The show, if this visitor may watch it. Requests are counted first, whatever they ask for; for
 * signed-in visitors, once their account is known. `signedIn`: refuses visitors whose session has
 * ended.
 */
export async function loadShow(
  { now }: Pick<Context, "now">,
  visitor: Visitor | null,
  mint: string,
  { count, signedIn = false }: { count: Count; signedIn?: boolean },
): Promise<LoadedShow> {
  if (!visitor) await count(null);
  const loaded = await loadLivestream(mint, visitor && whoIs(visitor), now());
  const viewer = visitor && (await viewerOf(visitor, loaded));
  if (signedIn && !viewer)
    throw new Problem("not-signed-in", "This session has ended. Sign in again.");
  if (visitor) await count(viewer);
  if (!loaded || !mayWatch(loaded.found)) throw livestreamNotFound();
  return { ...loaded, viewer };
}

const whoIs = (visitor: Visitor) =>
  visitor.by === "key" ? { accountId: visitor.id } : { sessionId: visitor.sessionId };

/** Without such a show, the session's account has not been loaded yet. */
const viewerOf = async (
  visitor: Visitor,
  loaded: LoadedLivestream | null,
): Promise<Actor | null> =>
  visitor.by === "key" || !loaded ? actorOf(visitor) : personOf(visitor, loaded.account);
