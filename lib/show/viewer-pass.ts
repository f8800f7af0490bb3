import "server-only";
import type { Visitor } from "@/lib/auth/actor";
import type { Context } from "@/lib/context";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { RoomToken } from "@/lib/contracts/tokens";
import { newViewerIdentity } from "@/lib/ids";
import type { OpenVisit } from "@/lib/watch-document";
import { viewerToken } from "./issue-token";
import { type Count, loadShow } from "./load-show";

export type ViewerPass = { livestream: Livestream; pass: RoomToken | null };
/** A show for one person; `me` is null for anonymous viewers. */
export type Visit = ViewerPass & Pick<OpenVisit, "me">;

type Rooms = Pick<Context, "db" | "now">;

/**
 * Everything the watch page needs: the livestream and a hidden viewer's token. Before the show, the
 * token is for waiting in the room, where nothing is received until the show begins.
 */
export const visitShow = (context: Rooms, visitor: Visitor | null, mint: string, count: Count) =>
  visit(context, visitor, mint, { waits: true, count });

/** The same for API clients, who know their own account; no token before the show. */
export async function readViewerPass(
  context: Rooms,
  visitor: Visitor | null,
  mint: string,
  count: Count,
): Promise<ViewerPass> {
  const { livestream, pass } = await visit(context, visitor, mint, { waits: false, count });
  return { livestream, pass };
}

async function visit(
  context: Rooms,
  visitor: Visitor | null,
  mint: string,
  { waits, count }: { waits: boolean; count: Count },
): Promise<Visit> {
  const loaded = await loadShow(context, visitor, mint, { count });
  const { found, viewer } = loaded;
  const isOpen = found.status === "live" || (waits && found.status === "scheduled");
  const seat = { identity: newViewerIdentity(), hidden: true, waits };
  const pass = isOpen ? await viewerToken(context, loaded, seat) : null;
  const me: Visit["me"] = viewer && {
    id: viewer.id,
    name: viewer.name,
    role: found.role ?? "anyone",
  };
  return { livestream: loaded.shown(), pass, me };
}
