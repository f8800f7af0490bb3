import "server-only";
import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { encoderSessions } from "@/lib/db/schema/encoders";
import { stageRoom } from "@/lib/livekit/rooms";
import { log } from "@/lib/log";

type EncoderSession = typeof encoderSessions.$inferSelect;

/** Ends matching open sessions. The caller disconnects them in LiveKit. */
async function end(tx: Queries, which: SQL | undefined, at: Date): Promise<EncoderSession[]> {
  return tx
    .update(encoderSessions)
    .set({ endedAt: at })
    .where(and(which, isNull(encoderSessions.endedAt)))
    .returning();
}

export const endSessionsOfKey = (tx: Queries, keyId: string, at: Date) =>
  end(tx, eq(encoderSessions.keyId, keyId), at);

export const endSessionsOfLivestream = (tx: Queries, mint: string, at: Date) =>
  end(tx, eq(encoderSessions.mint, mint), at);

/** LiveKit reported the end of these connections: their encoders need a new session. */
export const endSessionsOfConnections = (tx: Queries, sids: string[], at: Date) =>
  end(tx, inArray(encoderSessions.sid, sids), at);

/** Ends one of the key's own sessions. Returns it, or null if it was not open. */
export async function endSession(
  tx: Queries,
  { id, keyId }: Pick<EncoderSession, "id" | "keyId">,
  at: Date,
): Promise<EncoderSession | null> {
  const which = and(eq(encoderSessions.id, id), eq(encoderSessions.keyId, keyId));
  return (await end(tx, which, at))[0] ?? null;
}

export async function openSessionOf(
  db: Queries,
  { id, keyId }: Pick<EncoderSession, "id" | "keyId">,
): Promise<EncoderSession | null> {
  const [found] = await db
    .select()
    .from(encoderSessions)
    .where(
      and(
        eq(encoderSessions.id, id),
        eq(encoderSessions.keyId, keyId),
        isNull(encoderSessions.endedAt),
      ),
    );
  return found ?? null;
}

/**
 * Disconnects an encoder whose session rows have ended. If LiveKit fails, the sweep tries again.
 */
export async function disconnectEncoder(
  { livekit }: Pick<Context, "livekit">,
  { mint, identity }: Pick<EncoderSession, "mint" | "identity">,
): Promise<void> {
  await livekit
    .remove(stageRoom(mint), identity)
    .catch((error) => log.warn("an encoder is still connected", error));
}
