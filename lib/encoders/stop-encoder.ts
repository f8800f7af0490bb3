import "server-only";
import { and, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import { encoderSessions } from "@/lib/db/schema/encoders";
import { voidStreamKey } from "./revoke-stream-key";

/**
 * Removes an encoder for a host. Its key is revoked too, or the encoder would reconnect within
 * seconds.
 */
export async function stopEncoder(
  context: Context,
  host: Account,
  { mint, identity }: { mint: string; identity: string },
): Promise<void> {
  const { db } = context;
  const opened = await db
    .selectDistinct({ id: encoderSessions.keyId })
    .from(encoderSessions)
    .where(and(eq(encoderSessions.mint, mint), eq(encoderSessions.identity, identity)));
  const decision = { mint, event: "person_removed", by: host.id, subject: identity } as const;
  for (const { id } of opened) {
    await voidStreamKey(context, { mint, id }, (tx) => recordDecision(tx, decision));
  }
}
