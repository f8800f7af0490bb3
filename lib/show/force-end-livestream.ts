import "server-only";
import type { Acting } from "@/lib/accounts/account-to-change";
import type { Context } from "@/lib/context";
import type { Livestream } from "@/lib/contracts/livestreams";
import { livestreamEnded, presentLivestream, refuseEnded } from "@/lib/livestreams/find-livestream";
import { endLivestream } from "./end-livestream";

/** Ends anyone's livestream, for an admin or the command line. Its hosts see the reason. */
export async function forceEndLivestream(
  context: Context,
  by: Acting,
  { mint, reason }: { mint: string; reason: string },
): Promise<Livestream> {
  refuseEnded((await presentLivestream(context.db, mint)).status);
  const ending = { by: by === "operator" ? null : by.id, forceEndReason: reason };
  if (!(await endLivestream(context, mint, ending))) throw livestreamEnded();
  return presentLivestream(context.db, mint);
}
