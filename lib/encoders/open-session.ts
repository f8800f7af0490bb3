import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { accounts } from "@/lib/db/schema/accounts";
import { encoderSessions, streamKeys } from "@/lib/db/schema/encoders";
import { newEncoderSessionId } from "@/lib/ids";
import { limit } from "@/lib/limits";
import { openWhip, type WhipSession } from "@/lib/livekit/whip";
import { seatParticipant } from "@/lib/participants/seat-participant";
import { signSeat } from "@/lib/participants/sign-seat";
import { Problem } from "@/lib/problem";
import { disconnectEncoder, endSession, endSessionsOfKey } from "./encoder-sessions";
import { type Encoder, identityOfKey } from "./stream-key";

type OpenedSession = Omit<WhipSession, "sid"> & { id: string };

/**
 * Has LiveKit answer an encoder's offer. A new session replaces the key's earlier one: an encoder
 * that lost its connection returns before its absence has been noticed.
 */
export async function openSession(
  context: Context,
  encoder: Encoder,
  offer: string,
): Promise<OpenedSession> {
  const { db, livekit, now } = context;
  const { mint } = encoder;
  const identity = identityOfKey(encoder.id);
  await limit("encoder", encoder.id);
  const id = await beginSession(context, encoder);
  try {
    const { token } = await signSeat({ db, livekit }, mint, identity);
    const { sid, ...answer } = await openWhip(token, offer);
    const open = await db
      .update(encoderSessions)
      .set({ sid })
      .where(and(eq(encoderSessions.id, id), isNull(encoderSessions.endedAt)))
      .returning({ id: encoderSessions.id });
    if (open.length === 0) throw keyIsVoid();
    return { id, ...answer };
  } catch (error) {
    // LiveKit may have admitted the participant before refusing.
    if (await endSession(db, { id, keyId: encoder.id }, now())) {
      await disconnectEncoder(context, { mint, identity });
    }
    throw error;
  }
}

/** Locks the key while the session is created, so that a key being revoked cannot open one. */
async function beginSession({ db, now }: Context, encoder: Encoder): Promise<string> {
  const { id: keyId, mint, createdBy: accountId, hash } = encoder;
  const identity = identityOfKey(keyId);
  const id = newEncoderSessionId();
  await db.transaction(async (tx) => {
    const held = await tx
      .update(streamKeys)
      .set({ lastUsedAt: now() })
      .where(and(eq(streamKeys.id, keyId), eq(streamKeys.hash, hash), isNull(streamKeys.revokedAt)))
      .returning({ id: streamKeys.id });
    if (held.length === 0) throw keyIsVoid();
    const [account] = await tx
      .select({ name: accounts.name })
      .from(accounts)
      .where(eq(accounts.id, accountId));
    const name = account?.name ?? "";
    const seat = { mint, identity, role: "encoder", accountId, name, hidden: false } as const;
    // No voucher: the stream key authorizes it, and the session refers to that key.
    await seatParticipant(tx, seat, null);
    await endSessionsOfKey(tx, keyId, now());
    await tx.insert(encoderSessions).values({ id, keyId, mint, identity, sid: "" });
  });
  return id;
}

const keyIsVoid = () =>
  new Problem("invalid-stream-key", "This stream key doesn’t exist or was revoked.");
