type Waiting = { knockedAt: Date; seatedAt: Date; decidedAt: Date | null };

/**
 * How long a guest waited for a host. Somebody who was denied and reinstated, or who was on stage and
 * returned, has waited since then, not since the knock. Clocks of two processes and the database may
 * differ, so that a quick decision may seem earlier than its knock.
 */
export function waitedSeconds({ knockedAt, seatedAt, decidedAt }: Waiting, now: Date): number {
  const since = Math.max(...[knockedAt, seatedAt, decidedAt ?? knockedAt].map(Number));
  return Math.max(0, (now.getTime() - since) / 1_000);
}
