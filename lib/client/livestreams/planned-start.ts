import { instantAt } from "./zoned-time";

type PlannedStart =
  | { name: "none" }
  | { name: "at"; instant: string }
  | { name: "wrong"; because: "no-time" | "past" };

/** The value of a `datetime-local` field, as a clock in `zone` shows it, as an instant. */
export function plannedStart(typed: string, zone: string, now: Date): PlannedStart {
  if (!typed) return { name: "none" };
  const at = instantAt(typed, zone);
  if (!at) return { name: "wrong", because: "no-time" };
  if (at <= now) return { name: "wrong", because: "past" };
  return { name: "at", instant: at.toISOString() };
}
