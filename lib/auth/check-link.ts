import "server-only";
import { and, eq, gt } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { LinkKind } from "@/lib/contracts/accounts/email-links";
import { emailChanges, passwordResets, pendingSignUps } from "@/lib/db/schema/accounts";
import { signUpLinks } from "@/lib/db/schema/installation";
import { giveBack, limit } from "@/lib/limits";
import { hashSecret } from "@/lib/secrets";
import { signUpLinkWorks } from "@/lib/sign-up/admission";

type Opened = { kind: LinkKind; token: string; address: string };

const stored = {
  "reset-password": passwordResets,
  "finish-sign-up": pendingSignUps,
  "confirm-email": emailChanges,
};

/** Whether a one-time link still works. The check does not use the link up, and reveals no more than using it. */
export async function checkLink(
  { db, now }: Pick<Context, "db" | "now">,
  { kind, token, address }: Opened,
): Promise<{ works: boolean }> {
  await limit("link-by-address", address);
  const hash = hashSecret(token);
  const table = kind === "sign-up" ? signUpLinks : stored[kind];
  const isOpen =
    kind === "sign-up"
      ? signUpLinkWorks(hash)
      : and(eq(stored[kind].hash, hash), gt(stored[kind].expiresAt, now()));
  const found = await db.select({ hash: table.hash }).from(table).where(isOpen);
  const works = found.length > 0;
  if (works) await giveBack("link-by-address", address);
  return { works };
}
