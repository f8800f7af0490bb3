import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { Livestream } from "@/lib/contracts/livestreams";
import { livestreamEnded, presentLivestream, requireMay } from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";
import { cancelPlanned } from "./end-livestream";

/** scheduled → cancelled. Has no effect if it is cancelled already. */
export async function cancelLivestream(
  context: Context,
  host: Account,
  mint: string,
): Promise<Livestream> {
  await requireMay(context.db, mint, host.id, "end");
  await cancelPlanned(context, mint, host.id);
  const livestream = await presentLivestream(context.db, mint);
  if (livestream.status === "live") {
    throw new Problem("livestream-live", "This livestream is live. End it instead.");
  }
  if (livestream.status === "ended") throw livestreamEnded();
  return livestream;
}
