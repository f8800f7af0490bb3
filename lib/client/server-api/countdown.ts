export type Countdown = { days: number; hours: number; minutes: number; seconds: number };

/** The time left until an instant; null once it has passed. */
export function countdownTo(instant: string, nowMs: number): Countdown | null {
  const left = Math.ceil((Date.parse(instant) - nowMs) / 1000);
  if (!(left > 0)) return null;
  return {
    days: Math.floor(left / 86_400),
    hours: Math.floor(left / 3600) % 24,
    minutes: Math.floor(left / 60) % 60,
    seconds: left % 60,
  };
}
