import "server-only";
import type { Context } from "@/lib/context";
import { Problem } from "@/lib/problem";
import { disconnectEncoder, endSession } from "./encoder-sessions";
import type { Encoder } from "./stream-key";

/** Ends a session at its encoder's request. A key can only end its own sessions. */
export async function closeSession(
  context: Context,
  encoder: Encoder,
  session: string,
): Promise<void> {
  const { db, now } = context;
  const ended = await endSession(db, { id: session, keyId: encoder.id }, now());
  if (!ended) throw sessionNotFound();
  await disconnectEncoder(context, ended);
}

export const sessionNotFound = () =>
  new Problem(
    "encoder-session-not-found",
    "This stream key doesn’t have this session, or it has ended.",
  );
