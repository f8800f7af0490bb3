import { type FormState, refusedAt } from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import { serverNow } from "@/lib/client/server-api/server-clock";
import type { Visibility } from "@/lib/contracts/livestreams";
import { plannedStart } from "./planned-start";
import { tagList } from "./tag-list";

export type Details = {
  title: string;
  description: string;
  visibility: Visibility;
  tags: string[];
  /** Null for no planned start; undefined to keep the current one. */
  start: { scheduledAt: string; timeZone: string } | null | undefined;
};

type Read = { details: Details } | { refusal: FormState };

/**
 * The fields of a livestream's form, or what is invalid about them. `before` is the start the form
 * showed: if unchanged, it is kept even when it is in the past.
 */
export function readDetails(fields: FormData, before?: { wall: string; zone: string }): Read {
  const text = (field: string) => String(fields.get(field) ?? "").trim();
  const refuse = (field: string, message: string): Read => ({
    refusal: refusedAt(field, message),
  });
  if (!text("title")) return refuse("title", say("schedule.form.no-title"));
  const listed = tagList(text("tags"));
  if (listed.name === "wrong") return refuse("tags", say(`schedule.form.tags.${listed.because}`));
  const wall = text("scheduledAt");
  const zone = text("timeZone");
  const same =
    !fields.has("scheduledAt") ||
    (before !== undefined && wall === before.wall && (!wall || zone === before.zone));
  const start = same ? { name: "same" as const } : plannedStart(wall, zone, new Date(serverNow()));
  if (start.name === "wrong") {
    return refuse("scheduledAt", say(`schedule.form.start.${start.because}`));
  }
  return {
    details: {
      title: text("title"),
      description: text("description"),
      visibility: text("visibility") as Visibility,
      tags: listed.tags,
      start: start.name === "same" ? undefined : startOf(start, zone),
    },
  };
}

const startOf = (start: { name: "none" } | { name: "at"; instant: string }, timeZone: string) =>
  start.name === "none" ? null : { scheduledAt: start.instant, timeZone };

/** The start, in the API's format. */
export const startFields = (start: Details["start"]) =>
  start === undefined ? {} : (start ?? { scheduledAt: null, timeZone: null });

/** The chosen brand kit, in the API's format; nothing if the form offered none. */
export function brandFields(fields: FormData, ownOrgId: string): { brandOrgId?: string | null } {
  const chosen = fields.get("brandOrgId");
  if (chosen === null) return {};
  return { brandOrgId: chosen === ownOrgId ? null : String(chosen) };
}
