import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { limit } from "@/lib/limits";
import { requireMay } from "@/lib/livestreams/find-livestream";
import { drawShowPicture } from "@/lib/pictures/draw-show-picture";
import { picturePath } from "@/lib/pictures/picture-path";
import { Problem } from "@/lib/problem";

/**
 * A new frame is not announced: it is only shown where there is no live video, and an audience of
 * hundreds would request every one at once.
 */
export async function putFrame(
  { db, now }: Pick<Context, "db" | "now">,
  host: Account,
  { mint, bytes, signal }: { mint: string; bytes: Uint8Array; signal: AbortSignal },
): Promise<{ frame: string }> {
  await requireOnAir(db, mint, host);
  await limit("picture", `frame ${mint} ${host.id}`);
  await limit("picture-by-account", host.id);
  const put = await drawShowPicture(bytes, { mint, kind: "frame", signal });
  // Checked again, since drawing may have waited for its turn.
  await requireOnAir(db, mint, host);
  return { frame: picturePath(mint, "frame", await put(db, now)) };
}

async function requireOnAir(db: Queries, mint: string, host: Account): Promise<void> {
  const { status } = await requireMay(db, mint, host.id, "send-frame");
  if (status === "live") return;
  throw new Problem(
    "livestream-not-live",
    "You can only set a frame while the livestream is live.",
  );
}
