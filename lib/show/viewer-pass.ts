import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/context";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { RoomToken } from "@/lib/contracts/tokens";
import type { Role } from "@/lib/grants/capabilities";
import { newViewerIdentity } from "@/lib/ids";
import { presentLivestream, requireWatchable } from "@/lib/livestreams/find-livestream";
import { viewerToken } from "./issue-token";

export type ViewerPass = { livestream: Livestream; pass: RoomToken | null };
/** A show as one person meets it; `me` is null for who is not signed in. */
export type Visit = ViewerPass & { me: { id: string; name: string; role: Role } | null };

/**
 * All that the watch page needs, in one go: the livestream and a hidden viewer's token. Before the
 * show it is one to wait with in the room, where nothing is received until the show begins.
 */
export const visitShow = (context: Rooms, viewer: Actor | null, mint: string, count: Count) =>
  visit(context, viewer, mint, { waits: true, count });

/** The same for who asks by the API, where they know who they are; no token before the show. */
export async function readViewerPass(
  context: Rooms,
  viewer: Actor | null,
  mint: string,
  count: Count,
): Promise<ViewerPass> {
  const { livestream, pass } = await visit(context, viewer, mint, { waits: false, count });
  return { livestream, pass };
}

type Rooms = Pick<Context, "db" | "livekit">;
/** Counts the visit, and throws 429 for one too many. */
type Count = () => Promise<void>;

async function visit(
  context: Rooms,
  viewer: Actor | null,
  mint: string,
  { waits, count }: { waits: boolean; count: Count },
): Promise<Visit> {
  const asked = requireWatchable(context.db, mint, viewer?.id ?? null);
  // Side by side, and one too many is refused first, whatever was asked for.
  await Promise.all([count(), asked.catch(() => null)]);
  const found = await asked;
  const isOpen = found.status === "live" || (waits && found.status === "scheduled");
  const seat = { identity: newViewerIdentity(), hidden: true, waits };
  const [livestream, pass] = await Promise.all([
    presentLivestream(context.db, mint),
    isOpen ? viewerToken(context, found, viewer, seat) : null,
  ]);
  const me: Visit["me"] = viewer && {
    id: viewer.id,
    name: viewer.name,
    role: found.role ?? "anyone",
  };
  return { livestream, pass, me };
}
