import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import { limit } from "@/lib/limits";
import { requireHosted } from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";
import { drawPicture } from "./draw-picture";
import { picturePath } from "./picture-path";

/**
 * Nobody is told of a new frame: it stands where no picture is yet, and an audience of hundreds
 * would ask for each one at once.
 */
export async function putFrame(
  { db, now }: Pick<Context, "db" | "now">,
  host: Account,
  { mint, bytes, signal }: { mint: string; bytes: Uint8Array; signal: AbortSignal },
): Promise<{ frame: string }> {
  const { status } = await requireHosted(db, mint, host.id);
  if (status !== "live") {
    throw new Problem("livestream-not-live", "Only a show that is on has a frame.");
  }
  await limit("picture", `frame ${mint} ${host.id}`);
  await limit("picture-by-account", host.id);
  const put = await drawPicture(bytes, { mint, kind: "frame", signal });
  return { frame: picturePath(mint, "frame", await put(db, now)) };
}
