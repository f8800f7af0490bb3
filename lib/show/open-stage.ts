import "server-only";
import type { Context } from "@/lib/context";
import { stageRoom } from "@/lib/livekit/rooms";
import { log } from "@/lib/log";
import { reconcileLivestreams } from "./reconcile-livestreams";

/**
 * Lets hosts and guests be seen, and the waiting audience see: all participants LiveKit has, whether or
 * not a webhook reported them. The host who pressed the button and is about to publish comes first, but
 * nobody waits for their update. Failures are logged, and the sweep repeats them.
 */
export async function openStage(context: Context, mint: string, hostId: string): Promise<void> {
  await Promise.all([
    context.livekit
      .update(stageRoom(mint), hostId, { seat: "host" })
      .catch((error) => log.warn("the host who went live may not publish yet", error)),
    reconcileLivestreams(context, [mint]).catch((error) =>
      log.warn("waiting viewers cannot see the show yet", error),
    ),
  ]);
}
