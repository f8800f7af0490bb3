import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { RoomToken } from "@/lib/contracts/tokens";
import { newViewerIdentity } from "@/lib/ids";
import { presentLivestream, requireWatchable, runsTheShow } from "./find-livestream";
import { viewerToken } from "./issue-token";

export type ViewerPass = { livestream: Livestream; pass: RoomToken | null };
/** A show as one person meets it; `me` is null for who is not signed in. */
export type Visit = ViewerPass & { me: { id: string; name: string; isHost: boolean } | null };

/** All that the watch page needs, in one go: the livestream and, while live, a hidden viewer's token. */
export async function visitShow(
  context: Pick<Context, "db" | "livekit">,
  viewer: Account | null,
  mint: string,
): Promise<Visit> {
  const found = await requireWatchable(context.db, mint, viewer?.id ?? null);
  const seat = { identity: newViewerIdentity(), hidden: true };
  const [livestream, pass] = await Promise.all([
    presentLivestream(context.db, mint),
    found.status === "live" ? viewerToken(context, found, viewer, seat) : null,
  ]);
  const me = viewer && { id: viewer.id, name: viewer.name, isHost: runsTheShow(found.role) };
  return { livestream, pass, me };
}

/** The same for who asks by the API, where they know who they are. */
export async function readViewerPass(
  context: Pick<Context, "db" | "livekit">,
  viewer: Account | null,
  mint: string,
): Promise<ViewerPass> {
  const { livestream, pass } = await visitShow(context, viewer, mint);
  return { livestream, pass };
}
