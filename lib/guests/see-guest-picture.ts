import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import { readGuestPicture } from "@/lib/pictures/guest-pictures";
import { Problem } from "@/lib/problem";
import { meetGuest } from "./who-decides";

type Asked = { mint: string; identity: string };

/** The picture of a guest who waits, for whoever may decide about them and nobody else. */
export async function seeGuestPicture(
  { db }: Pick<Context, "db">,
  account: Account,
  { mint, identity }: Asked,
): Promise<Uint8Array<ArrayBuffer>> {
  const met = await meetGuest(db, account.id, { mint, identity });
  const waits = met?.guest.status === "waiting";
  const picture = waits ? await readGuestPicture(db, { mint, identity }) : null;
  // Strangers cannot tell another host's guest from a missing one.
  if (!picture) throw new Problem("picture-not-found", "This image doesn’t exist.");
  return picture;
}
