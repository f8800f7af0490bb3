import "server-only";
import { and, eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { encoderSessions } from "@/lib/db/schema/encoders";
import { voidStreamKey } from "./revoke-stream-key";

/** A host takes an encoder out. Its key goes with it, or the encoder were back within seconds. */
export async function stopEncoder(context: Context, mint: string, identity: string): Promise<void> {
  const opened = await context.db
    .selectDistinct({ id: encoderSessions.keyId })
    .from(encoderSessions)
    .where(and(eq(encoderSessions.mint, mint), eq(encoderSessions.identity, identity)));
  for (const { id } of opened) await voidStreamKey(context, { mint, id });
}
