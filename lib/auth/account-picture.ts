import "server-only";
import { and, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { accountColumns } from "@/lib/accounts/account-columns";
import { hasOrHadHandle } from "@/lib/accounts/former-handles";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { accountPictures, accounts } from "@/lib/db/schema/accounts";
import { limit } from "@/lib/limits";
import { drawPicture } from "@/lib/pictures/draw-picture";
import { Problem } from "@/lib/problem";

export async function putAccountPicture(
  { db }: Pick<Context, "db">,
  { id }: Pick<Account, "id">,
  { bytes: given, signal }: { bytes: Uint8Array; signal: AbortSignal },
): Promise<Account> {
  await limit("picture", `account ${id}`);
  await limit("picture-by-account", id);
  const { bytes, digest } = await drawPicture(given, "account", signal);
  return db.transaction(async (tx) => {
    const account = await setDigest(tx, id, digest);
    await tx
      .insert(accountPictures)
      .values({ accountId: id, bytes })
      .onConflictDoUpdate({ target: accountPictures.accountId, set: { bytes } });
    return account;
  });
}

export async function removeAccountPicture(
  { db }: Pick<Context, "db">,
  { id }: Pick<Account, "id">,
): Promise<Account> {
  return db.transaction(async (tx) => {
    const account = await setDigest(tx, id, null);
    await tx.delete(accountPictures).where(eq(accountPictures.accountId, id));
    return account;
  });
}

/** Locks the account's row, so that the digest and the bytes of two uploads at once do not mix. */
async function setDigest(tx: Queries, id: string, pictureDigest: string | null): Promise<Account> {
  const [account] = await tx
    .update(accounts)
    .set({ pictureDigest })
    .where(eq(accounts.id, id))
    .returning(accountColumns);
  if (!account) throw new Problem("not-signed-in", "This account was deleted.");
  return account;
}

/** Only for those who know its digest, from a page or an answer that names its owner. */
export async function readAccountPicture(
  { db }: Pick<Context, "db">,
  { handle, digest }: { handle: string; digest: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const [found] = await db
    .select({ bytes: accountPictures.bytes })
    .from(accountPictures)
    .innerJoin(accounts, eq(accounts.id, accountPictures.accountId))
    .where(and(hasOrHadHandle(handle), eq(accounts.pictureDigest, digest)));
  if (!found) throw new Problem("picture-not-found", "This image doesn’t exist.");
  return new Uint8Array(found.bytes);
}
