import { keepDays } from "@/lib/contracts/common/limits";

/** In the order of the form. */
export const retentionFields = [
  "keepShowsDays",
  "keepChatDays",
  "keepPeopleDays",
  "keepSessionsDays",
  "keepEventsDays",
] as const;
export type RetentionField = (typeof retentionFields)[number];
/** Days; null means forever. */
export type Retention = Record<RetentionField, number | null>;

/** The days that someone typed; null for nothing, which means forever. Undefined if it is no such number. */
export function daysIn(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === "") return null;
  const days = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return days >= keepDays.min && days <= keepDays.max ? days : undefined;
}

/** Whether data that is kept now would be deleted. */
export const isShorter = (wanted: number | null, current: number | null): boolean =>
  wanted !== null && (current === null || wanted < current);
