import { instantAt } from "./zoned-time";

type PlannedStart =
  | { name: "none" }
  | { name: "at"; instant: string }
  | { name: "wrong"; because: "no-time" | "past" };

/** Converts a `datetime-local` value in `zone` to an instant. */
export function plannedStart(typed: string, zone: string, now: Date): PlannedStart {
  if (!typed) return { name: "none" };
  const at = instantAt(typed, zone);
  if (!at) return { name: "wrong", because: "no-time" };
  if (at <= now) return { name: "wrong", because: "past" };
  return { name: "at", instant: at.toISOString() };
}
