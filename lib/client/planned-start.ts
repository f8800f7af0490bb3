export type PlannedStart =
  | { name: "none" }
  | { name: "at"; instant: string }
  | { name: "wrong"; message: string };

/** The value of a `datetime-local` field, which is in the reader's own time zone, as an instant. */
export function plannedStart(typed: string, now: Date): PlannedStart {
  if (!typed) return { name: "none" };
  const at = new Date(typed);
  if (Number.isNaN(at.getTime())) return { name: "wrong", message: "Enter a date and a time." };
  if (at <= now) {
    return { name: "wrong", message: "Choose a time that is still to come, or leave this empty." };
  }
  return { name: "at", instant: at.toISOString() };
}
