import "server-only";
import { requireBackstage } from "@/lib/chat/backstage-speaker";
import type { Asking } from "@/lib/chat/speaker";
import type { Context } from "@/lib/context";
import type { BackstageRole, RoomToken } from "@/lib/contracts/tokens";
import { limit } from "@/lib/limits";
import { refuseEnded } from "@/lib/livestreams/find-livestream";
import { signSeat } from "@/lib/participants/sign-seat";
import { seatHost } from "./issue-token";

/**
 * A token for the backstage room, where hosts and admitted guests see and hear each other before the
 * show and during it. The identity is the same as in the show. A host who joined as a guest as well
 * has two: with the host's on the join page, LiveKit would disconnect the studio.
 */
export async function issueBackstageToken(
  context: Pick<Context, "db" | "livekit">,
  asking: Asking,
  { mint, as }: { mint: string; as?: BackstageRole },
): Promise<RoomToken> {
  const { found, speaker } = await requireBackstage(context, mint, asking, as);
  await limit("backstage-token", speaker.subject);
  refuseEnded(found.status);
  if (asking.actor && speaker.role === "host") await seatHost(context, found, asking.actor);
  return signSeat(context, mint, speaker.subject, { kind: "backstage" });
}
