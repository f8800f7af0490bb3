import "server-only";
import type { Context } from "@/lib/context";
import { patchWhip, type WhipPatched } from "@/lib/livekit/whip";
import { signSeat } from "@/lib/participants/sign-seat";
import { Problem } from "@/lib/problem";
import { sessionNotFound } from "./close-session";
import { openSessionOf } from "./encoder-sessions";
import type { Encoder } from "./stream-key";

type Patch = { session: string; ifMatch: string | null; fragment: string };

/** Forwards an encoder's later ICE candidates, or new ICE credentials. */
export async function patchSession(
  { db, livekit }: Pick<Context, "db" | "livekit">,
  encoder: Encoder,
  { session, ifMatch, fragment }: Patch,
): Promise<WhipPatched> {
  const open = await openSessionOf(db, { id: session, keyId: encoder.id });
  if (!open?.sid) throw sessionNotFound();
  if (!ifMatch) {
    throw new Problem("precondition-required", "If-Match must be the session's ETag, or *.");
  }
  const { token } = await signSeat({ db, livekit }, open.mint, open.identity);
  const patched = await patchWhip(token, open.sid, { ifMatch, fragment });
  if (!patched) throw sessionNotFound();
  return patched;
}
