import type { Livestream } from "@/lib/contracts/livestreams";

/** Whether a link stops working before the planned start, so that its guests cannot join. */
export const expiresTooEarly = (
  { scheduledAt }: Pick<Livestream, "scheduledAt">,
  expiresAt: number | null,
): boolean =>
  scheduledAt !== null && expiresAt !== null && expiresAt < new Date(scheduledAt).getTime();
