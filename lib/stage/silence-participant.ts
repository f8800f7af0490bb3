import "server-only";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { Mutable } from "@/lib/contracts/backstage";
import { stageRoom } from "@/lib/livekit/rooms";
import { requireOnStage } from "./require-on-stage";

/** Mutes a track of someone on stage. Only they can unmute it. */
export async function silenceParticipant(
  context: Context,
  host: Account,
  { mint, identity, source }: { mint: string; identity: string; source: Mutable },
): Promise<boolean> {
  await requireOnStage(context, host, { mint, identity });
  const silenced = await context.livekit.silence(stageRoom(mint), identity, source);
  const decision = { mint, event: "source_muted", by: host.id, subject: identity } as const;
  if (silenced) await recordDecision(context.db, { ...decision, detail: source });
  return silenced;
}
