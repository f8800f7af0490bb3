import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { Livestream } from "@/lib/contracts/livestreams";
import { announce } from "@/lib/db/bus";
import { limit } from "@/lib/limits";
import { announceEdit } from "@/lib/livestreams/announce-edit";
import { presentLivestream, requireMay } from "@/lib/livestreams/find-livestream";
import { holdLivestream } from "@/lib/livestreams/hold-livestream";
import { drawShowPicture } from "@/lib/pictures/draw-show-picture";

export async function putCover(
  { db, livekit, now }: Pick<Context, "db" | "livekit" | "now">,
  host: Account,
  { mint, bytes, signal }: { mint: string; bytes: Uint8Array; signal: AbortSignal },
): Promise<Livestream> {
  await requireMay(db, mint, host.id, "edit");
  await limit("picture", `cover ${mint} ${host.id}`);
  await limit("picture-by-account", host.id);
  const put = await drawShowPicture(bytes, { mint, kind: "cover", signal });
  await db.transaction(async (tx) => {
    await holdLivestream(tx, mint);
    // Checked again under the lock, since drawing may have waited for its turn.
    await requireMay(tx, mint, host.id, "edit");
    await put(tx, now);
    await announce(tx, { mint, what: "livestream" });
  });
  const livestream = await presentLivestream(db, mint);
  announceEdit({ livekit }, livestream);
  return livestream;
}
