export type ShowLength = {
  shape: "short" | "minutes" | "hours" | "both";
  hours: number;
  minutes: number;
};

/** A show's duration in the units worth showing; `short` is under a minute. */
export function showLength(startedAt: string | null, endedAt: string | null): ShowLength {
  const ms = startedAt && endedAt ? Date.parse(endedAt) - Date.parse(startedAt) : 0;
  const total = Math.round(ms / 60_000);
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (total < 1) return { shape: "short", hours: 0, minutes: 0 };
  if (hours === 0) return { shape: "minutes", hours, minutes };
  return { shape: minutes === 0 ? "hours" : "both", hours, minutes };
}
