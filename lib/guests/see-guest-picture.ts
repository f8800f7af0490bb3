import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import { readGuestPicture } from "@/lib/pictures/guest-pictures";
import { Problem } from "@/lib/problem";
import { loadGuest } from "./guest-access";

type Asked = { mint: string; identity: string };

/** A waiting guest's picture, only for those who may decide about them. */
export async function seeGuestPicture(
  { db }: Pick<Context, "db">,
  account: Account,
  { mint, identity }: Asked,
): Promise<Uint8Array<ArrayBuffer>> {
  const loaded = await loadGuest(db, account.id, { mint, identity });
  const waits = loaded?.guest.status === "waiting";
  const picture = waits ? await readGuestPicture(db, { mint, identity }) : null;
  // Strangers cannot tell another host's guest from a missing one.
  if (!picture) throw new Problem("picture-not-found", "This image doesn’t exist.");
  return picture;
}
