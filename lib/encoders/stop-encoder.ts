import "server-only";
import { and, eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { encoderSessions } from "@/lib/db/schema/encoders";
import { voidStreamKey } from "./revoke-stream-key";

/**
 * Removes an encoder for a host. Its key is revoked too, or the encoder would reconnect within
 * seconds.
 */
export async function stopEncoder(context: Context, mint: string, identity: string): Promise<void> {
  const opened = await context.db
    .selectDistinct({ id: encoderSessions.keyId })
    .from(encoderSessions)
    .where(and(eq(encoderSessions.mint, mint), eq(encoderSessions.identity, identity)));
  for (const { id } of opened) await voidStreamKey(context, { mint, id });
}
