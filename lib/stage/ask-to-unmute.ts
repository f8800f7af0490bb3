import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import { limit } from "@/lib/limits";
import { stageRoom } from "@/lib/livekit/rooms";
import { requireOnStage } from "./require-on-stage";

type Asking = { mint: string; identity: string; source: "camera" | "microphone" };

/** Shows a request on the page of someone on stage. Nobody's microphone is turned on remotely. */
export async function askToUnmute(
  context: Context,
  host: Account,
  { mint, identity, source }: Asking,
): Promise<void> {
  await requireOnStage(context, host, { mint, identity });
  await limit("guest-message", `${mint} ${host.id}`);
  context.livekit.hint(stageRoom(mint), { type: "asked", source }, [identity]);
}
