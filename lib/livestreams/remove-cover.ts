import "server-only";
import { and, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { Livestream } from "@/lib/contracts/livestreams";
import { announce } from "@/lib/db/bus";
import { pictures } from "@/lib/db/schema/livestreams";
import { announceEdit } from "@/lib/livestreams/announce-edit";
import { presentLivestream, requireMay } from "@/lib/livestreams/find-livestream";

export async function removeCover(
  { db, livekit }: Pick<Context, "db" | "livekit">,
  host: Account,
  mint: string,
): Promise<Livestream> {
  await requireMay(db, mint, host.id, "edit");
  await db.transaction(async (tx) => {
    await tx.delete(pictures).where(and(eq(pictures.mint, mint), eq(pictures.kind, "cover")));
    await announce(tx, { mint, what: "livestream" });
  });
  const livestream = await presentLivestream(db, mint);
  announceEdit({ livekit }, livestream);
  return livestream;
}
