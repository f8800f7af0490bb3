import "server-only";
import type { Context } from "@/lib/context";
import { once } from "@/lib/once";
import { purge } from "./purge";

const everyMs = 10 * 60_000;

/** Purges every ten minutes, and again on the next sweep while there is more. */
export async function purgePeriodically(context: Context): Promise<void> {
  const next = once("next-purge", () => ({ at: 0 }));
  const now = context.now().getTime();
  if (now < next.at) return;
  next.at = (await purge(context)) ? now : now + everyMs;
}
